package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Slice;

/** Values from the texts of events, in the languages and shapes that exports have. */
final class DescriptionTest {

  /** How an export writes labels and values. */
  private enum Shape {
    LINES,
    LINES_WITHOUT_INDENTATION,
    OLD_LINES,
    TABS,
    TAB_BEFORE_VALUE,
    TWO_BLANKS,
    BLANK_THEN_TWO,
    ONE_BLANK;

    String write(String text) {
      List<String> lines = new ArrayList<>(List.of(text.strip().split("\n", -1)));
      return switch (this) {
        case LINES -> text.strip().replace("  ", "\t").replace("|", "\t\t").replace("\n", "\r\n");
        case LINES_WITHOUT_INDENTATION -> text.strip().replace("  ", "").replace("|", " ");
        case OLD_LINES ->
            text.strip().replace("  ", " \t").replace("|", "\t").replace("\n", "\r\n") + "\r\n ";
        case TABS -> flat(lines, "\t", "\t");
        case TAB_BEFORE_VALUE -> tabBeforeValue(lines);
        case TWO_BLANKS -> flat(lines, "  ", "  ");
        case BLANK_THEN_TWO -> flat(lines, " ", "  ");
        case ONE_BLANK -> flat(lines, " ", " ");
      };
    }

    private static String flat(List<String> lines, String beforeValue, String between) {
      StringBuilder out = new StringBuilder();
      for (String line : lines) {
        if (!line.isBlank()) {
          out.append(out.isEmpty() ? "" : between).append(line.strip().replace("|", beforeValue));
        }
      }
      return out.toString().stripTrailing();
    }

    /** As the TXT export of Windows 2003: tabs before a value, and none where it is missing. */
    private static String tabBeforeValue(List<String> lines) {
      StringBuilder out = new StringBuilder();
      for (String line : lines) {
        if (!line.isBlank()) {
          String cell = line.strip();
          boolean empty = cell.endsWith("|");
          out.append(out.isEmpty() ? "" : " ")
              .append(empty ? cell.substring(0, cell.length() - 1) : cell.replace("|", "\t"));
        }
      }
      return out.toString();
    }
  }

  /** A text whose values stand behind {@code |}, in what order Windows has them. */
  private record Case(String name, Publisher publisher, int id, String text, String expected) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "529 en",
              Publisher.SECURITY,
              529,
              """
              Logon Failure:
                Reason:|Unknown user name or bad password
                User Name:|Jeremy Lee
                Domain:|
                Logon Type:|3
                Logon Process:|Advapi
                Authentication Package:|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
                Workstation Name:|MAIL01
                Caller User Name:|MAIL01$
                Caller Domain:|FABRIKAM
                Caller Logon ID:|(0x0,0x3E7)
                Caller Process ID:|1728
                Transited Services:|-
                Source Network Address:|198.51.100.7
                Source Port:|4711
              """,
              "ACCOUNT=Jeremy Lee WORKSTATION=MAIL01 ADDRESS=198.51.100.7 PORT=4711 LOGON_TYPE=3"
                  + " LOGON_PROCESS=Advapi PROCESS_ID=1728"),
          new Case(
              "529 ja",
              Publisher.SECURITY,
              529,
              """
              ログオンの失敗:
                原因:|ユーザー名が不明またはパスワードが無効です
                ユーザー名:|管理者
                ドメイン:|表示
                ログオンの種類:|3
                ログオン プロセス:|Advapi
                認証パッケージ:|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
                ワークステーション名:|MAIL01
              """,
              "ACCOUNT=管理者 DOMAIN=表示 WORKSTATION=MAIL01 LOGON_TYPE=3 LOGON_PROCESS=Advapi"),
          new Case(
              "529 de",
              Publisher.SECURITY,
              529,
              """
              Fehlgeschlagene Anmeldung:
                Grund:|unbekannter Benutzername oder falsches Kennwort
                Benutzername:|jörg müller
                Domäne:|
                Anmeldetyp:|3
                Anmeldevorgang:|NtLmSsp
                Authentifizierungspaket:|NTLM
                Name der Arbeitsstation:|PC 003
                Aufruferbenutzername:|-
                Aufruferdomäne:|-
                Aufruferanmeldekennung:|-
                Aufruferprozesskennung:|-
                Übertragene Dienste:|-
                Quellnetzwerkadresse:|198.51.100.7
                Quellport:|0
              """,
              "ACCOUNT=jörg müller WORKSTATION=PC 003 ADDRESS=198.51.100.7 PORT=0 LOGON_TYPE=3"
                  + " LOGON_PROCESS=NtLmSsp"),
          new Case(
              "529 fr",
              Publisher.SECURITY,
              529,
              """
              Échec de l'ouverture de session :
                Raison :|Nom d'utilisateur inconnu ou mot de passe incorrect
                Utilisateur :|élodie
                Domaine :|
                Type de session :|3
                Processus d'ouverture de session :|Advapi
                Package d'authentification :|Negotiate
                Nom de station de travail :|MAIL01
              """,
              "ACCOUNT=élodie WORKSTATION=MAIL01 LOGON_TYPE=3 LOGON_PROCESS=Advapi"),
          new Case(
              "540 en",
              Publisher.SECURITY,
              540,
              """
              Successful Network Logon:
                User Name:|ben.lopez
                Domain:|FABRIKAM
                Logon ID:|(0x0,0x1B2C3D)
                Logon Type:|3
                Logon Process:|NtLmSsp
                Authentication Package:|NTLM
                Workstation Name:|
                Logon GUID:|-
                Caller User Name:|-
                Caller Domain:|-
                Caller Logon ID:|-
                Caller Process ID:|-
                Transited Services:|-
                Source Network Address:|198.51.100.7
                Source Port:|0
              """,
              "ACCOUNT=ben.lopez DOMAIN=FABRIKAM ADDRESS=198.51.100.7 PORT=0 LOGON_TYPE=3"
                  + " LOGON_PROCESS=NtLmSsp"),
          new Case(
              "680 en",
              Publisher.SECURITY,
              680,
              """
              Logon attempt by:|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
                Logon account:|Jeremy Lee
                Source Workstation:|PC003
                Error Code:|0xC000006A
              """,
              "ACCOUNT=Jeremy Lee WORKSTATION=PC003 STATUS=0xC000006A"),
          new Case(
              "680 ja",
              Publisher.SECURITY,
              680,
              """
              ログオン試行者:|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
                ログオン アカウント:|webmaster
                ソース ワークステーション:|PC003
                エラー コード:|0xC0000064
              """,
              "ACCOUNT=webmaster WORKSTATION=PC003 STATUS=0xC0000064"),
          new Case(
              "681 en",
              Publisher.SECURITY,
              681,
              """
              The logon to account:|xyz
                by:|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
                from workstation:|PC003
                failed. The error code was:|3221225572
              """,
              "ACCOUNT=xyz WORKSTATION=PC003 STATUS=3221225572"),
          new Case(
              "644 en",
              Publisher.SECURITY,
              644,
              """
              User Account Locked Out:
                Target Account Name:|ben.lopez
                Target Account ID:|S-1-5-21-1-2-3-1104
                Caller Machine Name:|PC003
                Caller User Name:|MAIL01$
                Caller Domain:|FABRIKAM
                Caller Logon ID:|(0x0,0x3E7)
              """,
              "ACCOUNT=ben.lopez DOMAIN=S-1-5-21-1-2-3-1104"),
          new Case(
              "517 en",
              Publisher.SECURITY,
              517,
              """
              The audit log was cleared
                Primary User Name:|SYSTEM
                Primary Domain:|NT AUTHORITY
                Primary Logon ID:|(0x0,0x3E7)
                Client User Name:|Jeremy Lee
                Client Domain:|FABRIKAM
                Client Logon ID:|(0x0,0x1B2C3D)
              """,
              "ACTOR=SYSTEM ACTOR_DOMAIN=NT AUTHORITY PERSON=Jeremy Lee PERSON_DOMAIN=FABRIKAM"),
          new Case("4625 en", Publisher.AUDITING, 4625, ModernTexts.FAILED_EN, ModernTexts.FAILED),
          new Case("4625 ja", Publisher.AUDITING, 4625, ModernTexts.FAILED_JA, ModernTexts.FAILED),
          new Case("4625 de", Publisher.AUDITING, 4625, ModernTexts.FAILED_DE, ModernTexts.FAILED),
          new Case("4625 fr", Publisher.AUDITING, 4625, ModernTexts.FAILED_FR, ModernTexts.FAILED),
          new Case("4624 0", Publisher.AUDITING, 4624, ModernTexts.LOGON_0, ModernTexts.LOGON),
          new Case("4624 1", Publisher.AUDITING, 4624, ModernTexts.LOGON_1, ModernTexts.LOGON),
          new Case("4624 2", Publisher.AUDITING, 4624, ModernTexts.LOGON_2, ModernTexts.LOGON),
          new Case("4624 3", Publisher.AUDITING, 4624, ModernTexts.LOGON_3, ModernTexts.LOGON),
          new Case(
              "4648",
              Publisher.AUDITING,
              4648,
              ModernTexts.TRIED,
              "ACCOUNT=ben.lopez DOMAIN=FABRIKAM ADDRESS=198.51.100.7 PORT=49222"
                  + " PROCESS=C:\\Program Files\\Mail Service\\mail.exe"),
          new Case("4740", Publisher.AUDITING, 4740, ModernTexts.LOCKED, "ACCOUNT=ben.lopez"),
          new Case(
              "4768",
              Publisher.AUDITING,
              4768,
              ModernTexts.TICKET,
              "ACCOUNT=ben.lopez DOMAIN=FABRIKAM ADDRESS=::ffff:198.51.100.7 PORT=49223"
                  + " STATUS=0x6"),
          new Case(
              "4768 of 2025",
              Publisher.AUDITING,
              4768,
              ModernTexts.TICKET_2025,
              "ACCOUNT=ben.lopez DOMAIN=FABRIKAM ADDRESS=::ffff:198.51.100.7 PORT=49223"
                  + " STATUS=0x6"),
          new Case(
              "4771",
              Publisher.AUDITING,
              4771,
              ModernTexts.PRE_AUTHENTICATION,
              "ACCOUNT=ben.lopez ADDRESS=::ffff:198.51.100.7 PORT=49223 STATUS=0x18"),
          new Case(
              "4776",
              Publisher.AUDITING,
              4776,
              ModernTexts.CHECKED,
              "ACCOUNT=Jeremy Lee WORKSTATION=PC003 STATUS=0xC000006A"),
          new Case(
              "4616",
              Publisher.AUDITING,
              4616,
              ModernTexts.CLOCK,
              "ACTOR=Jeremy Lee ACTOR_DOMAIN=FABRIKAM TIME_BEFORE=2021-05-21T11:44:03.1234567Z"
                  + " TIME_AFTER=2021-05-21T10:44:03.1230000Z"),
          new Case(
              "4719",
              Publisher.AUDITING,
              4719,
              ModernTexts.POLICY,
              "ACTOR=MAIL01$ ACTOR_DOMAIN=FABRIKAM"),
          new Case(
              "1102",
              Publisher.EVENT_LOG,
              1102,
              ModernTexts.CLEARED,
              "ACTOR=administrator ACTOR_DOMAIN=FABRIKAM"));

  @TestFactory
  List<DynamicTest> placesOfLabels() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case text : CASES) {
      for (Shape shape : Shape.values()) {
        tests.add(
            DynamicTest.dynamicTest(
                text.name + " " + shape,
                () ->
                    assertEquals(
                        text.expected,
                        read(text.publisher, text.id, shape.write(text.text)),
                        () -> shape.write(text.text))));
      }
    }
    return tests;
  }

  private static String read(Publisher publisher, int id, String text) {
    KnownEvent known = KnownEvent.of(publisher, id);
    assertNotNull(known);
    EventValues values = new EventValues();
    values.clear();
    Utf8Text out = values.begin();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.ascii("before it"); // the text is a part of the values
    int start = out.length();
    out.copy(utf8, 0, utf8.length);
    new Description(values).read(known, start, out.length());
    StringBuilder found = new StringBuilder();
    for (Field field : EnumSet.allOf(Field.class)) {
      Slice slice = values.slice(field);
      if (slice != null) {
        found.append(' ').append(field).append('=').append(slice);
      }
    }
    return found.toString().strip();
  }

  @Test
  void severalBlanksOfARelay() {
    assertEquals(
        "ACCOUNT=ab DOMAIN=cd WORKSTATION=ad LOGON_TYPE=2 LOGON_PROCESS=User32",
        read(
            Publisher.SECURITY,
            529,
            "Logon Failure:      Reason:     Unknown user name or bad password       User Name:  ab"
                + "      Domain:     cd Logon Type: 2       Logon Process:  User32         "
                + " Authentication Package: Negotiate       Workstation Name:   ad"));
    assertEquals(
        "ACCOUNT=Jeremy Lee DOMAIN=FABRIKAM WORKSTATION=PC003 LOGON_TYPE=2 LOGON_PROCESS=User32",
        read(
            Publisher.SECURITY,
            528,
            "Successful Logon:  User Name:Jeremy Lee  Domain:FABRIKAM  Logon ID:(0x0,0x3A2E471) "
                + " Logon Type:2  Logon Process:User32    Authentication Package:Negotiate "
                + " Workstation Name:PC003  Logon GUID: {00000000-0000-0000-0000-000000000000}"));
    assertEquals(
        "ACCOUNT=xyz WORKSTATION=la STATUS=3221225572",
        read(
            Publisher.SECURITY,
            681,
            "The logon to account: xyz    by: MICROSOFT_AUTHENTICATION_PACKAGE_V1_0    from"
                + " workstation: la    failed. The error code was: 3221225572"));
    assertEquals(
        "ACCOUNT=IUSR_MAIL01 WORKSTATION=MAIL01",
        read(
            Publisher.SECURITY,
            680,
            "Account Used for Logon by: MICROSOFT_AUTHENTICATION_PACKAGE_V1_0    Account Name:    "
                + " IUSR_MAIL01    Workstation:      MAIL01"));
  }

  /** In a language that no table has, tabs and blanks tell. */
  @Test
  void unknownLanguage() {
    String lines =
        """
        Aanmelding mislukt:
        \tReden:\t\tOnbekende gebruikersnaam of onjuist wachtwoord
        \tGebruikersnaam:\tjan de vries
        \tDomein:\t\t
        \tAanmeldingstype:\t3
        \tAanmeldingsproces:\tAdvapi
        \tVerificatiepakket:\tNegotiate
        \tNaam van werkstation:\tMAIL01
        """;
    String expected = "WORKSTATION=MAIL01 LOGON_TYPE=3 LOGON_PROCESS=Advapi";
    assertEquals("ACCOUNT=jan de vries " + expected, read(Publisher.SECURITY, 529, lines));
    String flat =
        "Aanmelding mislukt: Reden:\tOnbekende gebruikersnaam Gebruikersnaam:\tjan Domein:"
            + " Aanmeldingstype:\t3 Aanmeldingsproces:\tAdvapi Verificatiepakket:\tNegotiate"
            + " Naam van werkstation:\tMAIL01";
    assertEquals("ACCOUNT=jan " + expected, read(Publisher.SECURITY, 529, flat));
  }

  /** The colon of a Japanese text may be a wide one. */
  @Test
  void wideColon() {
    assertEquals(
        "ACCOUNT=管理者 WORKSTATION=PC003 STATUS=0xC0000064",
        read(
            Publisher.SECURITY,
            680,
            "ログオン試行者：MICROSOFT_AUTHENTICATION_PACKAGE_V1_0\r\n ログオン アカウント：管理者\r\n"
                + " ソース ワークステーション：PC003\r\n エラー コード：0xC0000064"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inbound authentication failed with error LogonDenied for Receive connector Default"
            + " [DMZ] NTLM. The authentication mechanism is Login. The source IP address of the"
            + " client who tried to authenticate to Microsoft Exchange is [198.51.100.7].",
        "受信コネクタ Default NTLM で、エラー LogonDenied により受信の認証に失敗しました。認証機構は Login です。Microsoft"
            + " Exchange に対して認証しようとしたクライアントのソース IP アドレスは [198.51.100.7] です。",
        "Fehler bei der eingehenden Authentifizierung: LogonDenied für den Empfangsconnector"
            + " Default Frontend. Der Authentifizierungsmechanismus ist Login. Die Quell-IP-Adresse"
            + " des Clients lautet [198.51.100.7].",
        "Échec de l’authentification entrante avec l’erreur LogonDenied pour le connecteur de"
            + " réception Default. Le mécanisme d’authentification est Login. L’adresse IP source du"
            + " client est [198.51.100.7]."
      })
  void smtpDenied(String text) {
    assertEquals(
        "ADDRESS=198.51.100.7 MECHANISM=Login ERROR=LogonDenied",
        read(Publisher.TRANSPORT, 1035, text));
  }

  @Test
  void smtpGranted() {
    String expected = "ACCOUNT=FABRIKAM\\ben.lopez CLIENT=laptop MECHANISM=LOGIN";
    for (String text :
        List.of(
            "SMTP Authentication was performed successfully with client \"laptop\". The"
                + " authentication method was \"LOGIN\" and the username was"
                + " \"FABRIKAM\\ben.lopez\".",
            "SMTP Authentication was performed successfully with client laptop. The authentication"
                + " method was LOGIN and the username was FABRIKAM\\ben.lopez.",
            "クライアント「laptop」との SMTP 認証が正常に実行されました。認証方法は「LOGIN」、ユーザー名は「FABRIKAM\\ben.lopez」です。",
            "Die SMTP-Authentifizierung mit Client „laptop“ war erfolgreich. Die Methode war"
                + " „LOGIN“, der Benutzername „FABRIKAM\\ben.lopez“.",
            "L’authentification SMTP du client « laptop » a réussi. La méthode est « LOGIN » et"
                + " l’utilisateur « FABRIKAM\\ben.lopez ».")) {
      assertEquals(expected, read(Publisher.TRANSPORT, 1708, text));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7 | Receive connector Default 10.0.0.5: Authentication failures have exceeded the"
            + " maximum of 3 for the connection from 198.51.100.7. Disconnecting.",
        "2001:db8::7 | Receive connector Default: Authentication failures have exceeded the maximum"
            + " of 3 for the connection from 2001:db8::7. Disconnecting.",
        "198.51.100.7 | 受信コネクタ Default: 198.51.100.7からの接続の認証エラーが最大数 3 を超えました。",
        "198.51.100.7 | Empfangsconnector Default: Verbindung von 198.51.100.7: mehr als 3 Fehler.",
      })
  void disconnected(String address, String text) {
    assertEquals("CLIENT=" + address, read(Publisher.TRANSPORT, 1012, text));
  }

  /** One is in the name of the connector, and no word tells which. */
  @Test
  void disconnectedFromOneOfTwo() {
    String text = "Empfangsconnector 10.0.0.5: Verbindung von 198.51.100.7: mehr als 3 Fehler.";
    assertEquals("", read(Publisher.TRANSPORT, 1012, text));
    assertEquals("", read(Publisher.TRANSPORT, 1012, "Connector abc: 3 failures at 12:30:07."));
  }

  @Test
  void smtpNotAllowed() {
    for (String text :
        List.of(
            "The account 'FABRIKAM\\ben.lopez' provided valid credentials, but it does not have"
                + " submit permissions on SMTP Receive connector 'Default'; failing"
                + " authentication.",
            "The account FABRIKAM\\ben.lopez provided valid credentials; failing authentication.",
            "Das Konto \"FABRIKAM\\ben.lopez\" verfügt nicht über Berechtigungen für \"Default\".")) {
      assertEquals("ACCOUNT=FABRIKAM\\ben.lopez", read(Publisher.TRANSPORT, 1020, text));
    }
  }
}
