package postmortem.parser.windows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The labels of events' texts in some languages (windows-event-logs.md, 3.1). They only help to see
 * where in one long line a value ends and the next label begins: what a value is, its place says.
 */
final class LabelWords {

  private static final String ENGLISH =
      """
      Reason;User Name;Domain;Logon Type;Logon Process;Authentication Package;Workstation Name;
      Logon ID;Logon GUID;Caller User Name;Caller Domain;Caller Logon ID;Caller Process ID;
      Transited Services;Source Network Address;Source Port;Status code;Substatus code;Status;
      Sub Status;Logon attempt by;Logon account;Source Workstation;Error Code;Workstation;
      Account Used for Logon by;Account Name;The logon to account;by;from workstation;
      failed. The error code was;User ID;Service Name;Service ID;Pre-Authentication Type;
      Failure Code;Client Address;Client Port;Supplied Realm Name;Ticket Options;Result Code;
      Ticket Encryption Type;Certificate Issuer Name;Certificate Serial Number;
      Certificate Thumbprint;Target Account Name;Target Account ID;Target Domain;
      Caller Machine Name;New Account Name;New Domain;New Account ID;Primary User Name;
      Primary Domain;Primary Logon ID;Client User Name;Client Domain;Client Logon ID;Process ID;
      Process Name;Previous Time;New Time;Image File Name;Privileges;Changed By;Changed Attributes;
      Subject;Security ID;Account Domain;Account For Which Logon Failed;Failure Information;
      Failure Reason;Process Information;Caller Process Name;Network Information;
      Detailed Authentication Information;Package Name (NTLM only);Key Length;New Logon;
      Logon Information;Restricted Admin Mode;Remote Credential Guard;Virtual Account;
      Elevated Token;Impersonation Level;Linked Logon ID;Network Account Name;
      Network Account Domain;Account Whose Credentials Were Used;Target Server;Target Server Name;
      Additional Information;Network Address;Port;Account That Was Locked Out;
      Caller Computer Name;Account Information;Service Information;Certificate Information;
      Target Account;New Account;Domain Name;Audit Policy Change;Category;Subcategory;
      Subcategory GUID;Changes;Attributes;SAM Account Name;Display Name;User Principal Name;
      Successful Logon;Successful Network Logon;Logon Failure;Pre-authentication failed;
      Authentication Ticket Request;User Account Locked Out;
      MSDS-SupportedEncryptionTypes;Available Keys;Domain Controller Information;
      Advertized Etypes;Session Encryption Type;Pre-Authentication EncryptionType
      """;

  private static final String JAPANESE =
      """
      理由;原因;ユーザー名;ユーザ名;ドメイン;ログオンの種類;ログオン タイプ;ログオン プロセス;認証パッケージ;
      ワークステーション名;ログオン ID;ログオン GUID;呼び出し側ユーザー名;呼び出し元ユーザー名;呼び出し側ドメイン;
      呼び出し元ドメイン;呼び出し側ログオン ID;呼び出し元ログオン ID;呼び出し側プロセス ID;呼び出し元プロセス ID;
      中継サービス;移行されたサービス;ソース ネットワーク アドレス;ソース ポート;発信元ネットワーク アドレス;
      発信元ポート;状態コード;サブ状態コード;状態;ステータス;サブ ステータス;ログオン試行者;ログオン アカウント;
      ソース ワークステーション;エラー コード;ワークステーション;アカウント名;ユーザー ID;サービス名;サービス ID;
      事前認証の種類;エラーコード;失敗コード;障害コード;クライアント アドレス;クライアント ポート;提供された領域名;
      チケット オプション;結果コード;チケット暗号化の種類;証明書の発行者名;証明書発行者名;証明書のシリアル番号;証明書の拇印;
      ターゲット アカウント名;ターゲット アカウント ID;ターゲット ドメイン;対象のアカウント名;対象のアカウント ID;
      呼び出し側コンピュータ名;呼び出し側コンピューター名;呼び出し元コンピューター名;呼び出し元コンピュータ名;
      プライマリ ユーザー名;プライマリ ドメイン;プライマリ ログオン ID;クライアント ユーザー名;
      クライアント ドメイン;クライアント ログオン ID;プロセス ID;プロセス名;以前の時刻;変更前の時刻;新しい時刻;
      サブジェクト;セキュリティ ID;アカウント ドメイン;ログオンを失敗したアカウント;ログオンに失敗したアカウント;
      エラー情報;失敗情報;失敗の原因;失敗の理由;プロセス情報;呼び出し側プロセス名;呼び出し元プロセス名;
      ネットワーク情報;詳細な認証情報;パッケージ名 (NTLM のみ);キーの長さ;キー長;新しいログオン;ログオン情報;
      制限付き管理モード;仮想アカウント;昇格されたトークン;偽装レベル;リンクされたログオン ID;
      ネットワーク アカウント名;ネットワーク アカウント ドメイン;資格情報が使用されたアカウント;
      ターゲット サーバー;ターゲット サーバー名;追加情報;ネットワーク アドレス;ポート;
      ロックアウトされたアカウント;アカウント情報;サービス情報;証明書情報;対象アカウント;新しいアカウント;
      ドメイン名;監査ポリシーの変更;カテゴリ;サブカテゴリ;サブカテゴリ GUID;変更;ログオンの失敗;
      ログオンの成功;ネットワーク ログオンの成功;ネットワークログオンの成功
      """;

  private static final String GERMAN =
      """
      Grund;Ursache;Benutzername;Domäne;Anmeldetyp;Anmeldevorgang;Anmeldeprozess;
      Authentifizierungspaket;Name der Arbeitsstation;Arbeitsstationsname;Anmelde-ID;Anmeldekennung;
      Anmelde-GUID;Aufruferbenutzername;Aufruferdomäne;Aufruferanmeldekennung;
      Aufruferanmelde-ID;Aufruferprozesskennung;Aufrufer-Prozess-ID;Aufruferprozess-ID;
      Übertragene Dienste;Quellnetzwerkadresse;Quellport;Statuscode;Substatuscode;Status;
      Unterstatus;Anmeldeversuch von;Anmeldekonto;Quellarbeitsstation;Fehlercode;Arbeitsstation;
      Kontoname;Benutzerkennung;Benutzer-ID;Dienstname;Dienstkennung;Dienst-ID;
      Vorauthentifizierungstyp;Typ vor der Authentifizierung;Clientadresse;Clientport;
      Bereitgestellter Bereichsname;Angegebener Bereichsname;Ticketoptionen;Ergebniscode;
      Ticketverschlüsselungstyp;Zertifikataussteller;Name des Zertifikatausstellers;
      Seriennummer des Zertifikats;Fingerabdruck des Zertifikats;Zielkontoname;Zielkontokennung;
      Zielkonto-ID;Zieldomäne;Aufrufercomputername;Computername des Aufrufers;
      Primärer Benutzername;Primäre Domäne;Primäre Anmeldekennung;Clientbenutzername;Clientdomäne;
      Clientanmeldekennung;Prozess-ID;Prozesskennung;Prozessname;Vorherige Zeit;Neue Zeit;
      Antragsteller;Sicherheits-ID;Kontodomäne;Konto, für das die Anmeldung fehlgeschlagen ist;
      Fehlerinformationen;Fehlerursache;Prozessinformationen;Aufrufprozess-ID;Aufrufprozessname;
      Netzwerkinformationen;Detaillierte Authentifizierungsinformationen;Paketname (nur NTLM);
      Schlüssellänge;Neue Anmeldung;Anmeldeinformationen;Eingeschränkter Administratormodus;
      Virtuelles Konto;Token mit erhöhten Rechten;Identitätswechselebene;Verknüpfte Anmelde-ID;
      Netzwerk-Kontoname;Netzwerk-Kontodomäne;Netzwerkkontoname;Netzwerkkontodomäne;
      Konto, dessen Anmeldeinformationen verwendet wurden;Zielserver;Zielservername;
      Weitere Informationen;Zusätzliche Informationen;Netzwerkadresse;Port;Gesperrtes Konto;
      Konto, das gesperrt wurde;Kontoinformationen;Dienstinformationen;Zertifikatinformationen;
      Zielkonto;Neues Konto;Domänenname;Überwachungsrichtlinienänderung;Kategorie;Unterkategorie;
      Unterkategorie-GUID;Änderungen;Fehlgeschlagene Anmeldung;Anmeldung fehlgeschlagen;
      Fehlgeschlagene Anmeldung;Erfolgreiche Anmeldung;Erfolgreiche Netzwerkanmeldung
      """;

  private static final String FRENCH =
      """
      Raison;Utilisateur;Nom d’utilisateur;Nom de l’utilisateur;Domaine;
      Type d’ouverture de session;Type de session;Processus d’ouverture de session;
      Package d’authentification;Nom de station de travail;Nom de la station de travail;
      ID d’ouverture de session;Identificateur d’ouverture de session;Id. de la session;
      GUID d’ouverture de session;Nom de l’utilisateur appelant;Nom d’utilisateur de l’appelant;
      Domaine appelant;Domaine de l’appelant;ID de l’ouverture de session de l’appelant;
      ID d’ouverture de session de l’appelant;ID de processus appelant;
      ID du processus de l’appelant;Services en transit;Services transités;
      Adresse réseau source;Adresse du réseau source;Port source;Code d’état;Code de sous-état;
      État;Sous-état;Tentative d’ouverture de session par;Compte d’ouverture de session;
      Station de travail source;Code d’erreur;Station de travail;Nom du compte;Nom de compte;
      ID utilisateur;ID de l’utilisateur;Nom du service;ID du service;Type de pré-authentification;
      Code d’échec;Code de l’échec;Adresse du client;Adresse client;Port client;
      Nom de domaine fourni;Options du ticket;Code de résultat;Type de chiffrement du ticket;
      Nom de l’émetteur du certificat;Numéro de série du certificat;
      Empreinte numérique du certificat;Nom du compte cible;ID du compte cible;Domaine cible;
      Nom de l’ordinateur appelant;Nom de l’ordinateur de l’appelant;Nom d’utilisateur principal;
      Domaine principal;ID d’ouverture de session principal;Nom d’utilisateur client;
      Domaine client;ID d’ouverture de session client;ID du processus;Nom du processus;
      Heure précédente;Nouvelle heure;Sujet;ID de sécurité;Domaine du compte;
      Compte pour lequel l’ouverture de session a échoué;Informations sur l’échec;
      Raison de l’échec;Informations sur le processus;Nom du processus de l’appelant;
      Informations sur le réseau;Informations réseau;
      Informations détaillées sur l’authentification;
      Informations d’authentification détaillées;Nom du package (NTLM uniquement);
      Longueur de la clé;Longueur de clé;Nouvelle ouverture de session;
      Informations d’ouverture de session;Mode administrateur restreint;
      Mode d’administration restreinte;Compte virtuel;Jeton élevé;Niveau d’emprunt d’identité;
      ID d’ouverture de session liée;Nom du compte réseau;Domaine du compte réseau;
      Compte dont les informations d’identification ont été utilisées;Serveur cible;
      Nom du serveur cible;Informations supplémentaires;Adresse du réseau;Adresse réseau;Port;
      Compte verrouillé;Compte qui a été verrouillé;Informations sur le compte;
      Informations sur le service;Informations sur le certificat;Compte cible;Nouveau compte;
      Nom de domaine;Modification de la stratégie d’audit;Catégorie;Sous-catégorie;
      GUID de sous-catégorie;Modifications;Échec de l’ouverture de session;
      Échec d’ouverture de session;Ouverture de session réussie;
      Ouverture de session réseau réussie
      """;

  /** By their last byte, long ones first. */
  private static final byte[][][] BY_END = byEnd(ENGLISH, JAPANESE, GERMAN, FRENCH);

  private LabelWords() {}

  private static byte[][][] byEnd(String... languages) {
    List<List<byte[]>> found = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      found.add(new ArrayList<>());
    }
    for (String language : languages) {
      for (int from = 0; from < language.length(); ) {
        int semicolon = language.indexOf(';', from);
        int end = semicolon < 0 ? language.length() : semicolon;
        String word = language.substring(from, end).strip();
        add(found, word);
        if (word.indexOf('’') >= 0) {
          add(found, word.replace('’', '\'')); // as older texts have it
        }
        from = end + 1;
      }
    }
    byte[][][] words = new byte[256][][];
    for (int i = 0; i < 256; i++) {
      found.get(i).sort(Comparator.comparingInt((byte[] word) -> word.length).reversed());
      words[i] = found.get(i).toArray(new byte[0][]);
    }
    return words;
  }

  private static void add(List<List<byte[]>> words, String word) {
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    words.get(lower(utf8[utf8.length - 1]) & 0xff).add(utf8);
  }

  /** Where the longest label begins that ends the bytes; -1 where no known one does. */
  static int last(byte[] b, int from, int to) {
    if (to <= from) {
      return -1;
    }
    for (byte[] word : BY_END[lower(b[to - 1]) & 0xff]) {
      int start = to - word.length;
      if (start >= from && begins(b, from, start) && isWord(b, start, word)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean begins(byte[] b, int from, int at) {
    return at == from || b[at - 1] >= 0 && b[at - 1] <= ' ';
  }

  private static boolean isWord(byte[] b, int at, byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if (lower(b[at + i]) != lower(word[i])) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }
}
