package postmortem.parser.windows;

/** Texts of Windows Vista and later; a value stands behind {@code |}. */
final class ModernTexts {

  static final String FAILED =
      "ACCOUNT=Jeremy Lee WORKSTATION=PC003 ADDRESS=198.51.100.7 PORT=50009 LOGON_TYPE=8"
          + " LOGON_PROCESS=Advapi PROCESS=C:\\Mail Service\\a.exe STATUS=0xC000006D"
          + " SUB_STATUS=0xC0000064";

  static final String LOGON =
      "ACCOUNT=ben.lopez DOMAIN=FABRIKAM ADDRESS=198.51.100.7 PORT=50010 LOGON_TYPE=3"
          + " LOGON_PROCESS=NtLmSsp";

  static final String FAILED_EN =
      """
      An account failed to log on.

      Subject:
        Security ID:|S-1-5-18
        Account Name:|MAIL01$
        Account Domain:|FABRIKAM
        Logon ID:|0x3E7

      Logon Type:|8

      Account For Which Logon Failed:
        Security ID:|S-1-0-0
        Account Name:|Jeremy Lee
        Account Domain:|

      Failure Information:
        Failure Reason:|Unknown user name or bad password.
        Status:|0xC000006D
        Sub Status:|0xC0000064

      Process Information:
        Caller Process ID:|0x2020
        Caller Process Name:|C:\\Mail Service\\a.exe

      Network Information:
        Workstation Name:|PC003
        Source Network Address:|198.51.100.7
        Source Port:|50009

      Detailed Authentication Information:
        Logon Process:|Advapi
        Authentication Package:|Negotiate
        Transited Services:|-
        Package Name (NTLM only):|-
        Key Length:|0

      This event is generated when a logon request fails. The most common types are: 2 and 3.
      """;

  static final String FAILED_JA =
      """
      アカウントがログオンに失敗しました。

      サブジェクト:
        セキュリティ ID:|S-1-5-18
        アカウント名:|MAIL01$
        アカウント ドメイン:|FABRIKAM
        ログオン ID:|0x3E7

      ログオン タイプ:|8

      ログオンを失敗したアカウント:
        セキュリティ ID:|S-1-0-0
        アカウント名:|Jeremy Lee
        アカウント ドメイン:|

      エラー情報:
        失敗の原因:|ユーザー名を認識できないか、またはパスワードが間違っています。
        状態:|0xC000006D
        サブ ステータス:|0xC0000064

      プロセス情報:
        呼び出し側プロセス ID:|0x2020
        呼び出し側プロセス名:|C:\\Mail Service\\a.exe

      ネットワーク情報:
        ワークステーション名:|PC003
        ソース ネットワーク アドレス:|198.51.100.7
        ソース ポート:|50009

      詳細な認証情報:
        ログオン プロセス:|Advapi
        認証パッケージ:|Negotiate
        移行されたサービス:|-
        パッケージ名 (NTLM のみ):|-
        キーの長さ:|0

      このイベントは、ログオン要求が失敗したときに生成されます。
      """;

  static final String FAILED_DE =
      """
      Fehler beim Anmelden eines Kontos.

      Antragsteller:
        Sicherheits-ID:|S-1-5-18
        Kontoname:|MAIL01$
        Kontodomäne:|FABRIKAM
        Anmelde-ID:|0x3E7

      Anmeldetyp:|8

      Konto, für das die Anmeldung fehlgeschlagen ist:
        Sicherheits-ID:|S-1-0-0
        Kontoname:|Jeremy Lee
        Kontodomäne:|

      Fehlerinformationen:
        Fehlerursache:|Unbekannter Benutzername oder ungültiges Kennwort.
        Status:|0xC000006D
        Unterstatus::|0xC0000064

      Prozessinformationen:
        Aufrufprozess-ID:|0x2020
        Aufrufprozessname:|C:\\Mail Service\\a.exe

      Netzwerkinformationen:
        Arbeitsstationsname:|PC003
        Quellnetzwerkadresse:|198.51.100.7
        Quellport:|50009

      Detaillierte Authentifizierungsinformationen:
        Anmeldeprozess:|Advapi
        Authentifizierungspaket:|Negotiate
        Übertragene Dienste:|-
        Paketname (nur NTLM):|-
        Schlüssellänge:|0

      Dieses Ereignis wird beim Fehlschlagen einer Anmeldeanforderung generiert.
      """;

  static final String FAILED_FR =
      """
      Échec de l’ouverture de session d’un compte.

      Sujet :
        ID de sécurité :|S-1-5-18
        Nom du compte :|MAIL01$
        Domaine du compte :|FABRIKAM
        ID d’ouverture de session :|0x3E7

      Type d’ouverture de session :|8

      Compte pour lequel l’ouverture de session a échoué :
        ID de sécurité :|S-1-0-0
        Nom du compte :|Jeremy Lee
        Domaine du compte :|

      Informations sur l’échec :
        Raison de l’échec :|Nom d’utilisateur inconnu ou mot de passe incorrect.
        État :|0xC000006D
        Sous-état :|0xC0000064

      Informations sur le processus :
        ID du processus de l’appelant :|0x2020
        Nom du processus de l’appelant :|C:\\Mail Service\\a.exe

      Informations sur le réseau :
        Nom de la station de travail :|PC003
        Adresse du réseau source :|198.51.100.7
        Port source :|50009

      Informations détaillées sur l’authentification :
        Processus d’ouverture de session :|Advapi
        Package d’authentification :|Negotiate
        Services en transit :|-
        Nom du package (NTLM uniquement) :|-
        Longueur de la clé :|0

      Cet événement est généré lorsqu’une demande d’ouverture de session échoue.
      """;

  static final String LOGON_0 =
      """
      An account was successfully logged on.

      Subject:
        Security ID:|S-1-0-0
        Account Name:|-
        Account Domain:|-
        Logon ID:|0x0

      Logon Type:|3

      New Logon:
        Security ID:|S-1-5-21-1-2-3-1104
        Account Name:|ben.lopez
        Account Domain:|FABRIKAM
        Logon ID:|0x1D31FEF
        Logon GUID:|{00000000-0000-0000-0000-000000000000}

      Process Information:
        Process ID:|0x0
        Process Name:|-

      Network Information:
        Workstation Name:|
        Source Network Address:|198.51.100.7
        Source Port:|50010

      Detailed Authentication Information:
        Logon Process:|NtLmSsp
        Authentication Package:|NTLM
        Transited Services:|-
        Package Name (NTLM only):|NTLM V2
        Key Length:|128

      This event is generated when a logon session is created.
      """;

  static final String LOGON_1 =
      """
      An account was successfully logged on.

      Subject:
        Security ID:|S-1-0-0
        Account Name:|-
        Account Domain:|-
        Logon ID:|0x0

      Logon Type:|3

      Impersonation Level:|Impersonation

      New Logon:
        Security ID:|S-1-5-21-1-2-3-1104
        Account Name:|ben.lopez
        Account Domain:|FABRIKAM
        Logon ID:|0x1D31FEF
        Logon GUID:|{00000000-0000-0000-0000-000000000000}

      Process Information:
        Process ID:|0x0
        Process Name:|-

      Network Information:
        Workstation Name:|
        Source Network Address:|198.51.100.7
        Source Port:|50010

      Detailed Authentication Information:
        Logon Process:|NtLmSsp
        Authentication Package:|NTLM
        Transited Services:|-
        Package Name (NTLM only):|NTLM V2
        Key Length:|128

      This event is generated when a logon session is created.
      """;

  static final String LOGON_2 =
      """
      An account was successfully logged on.

      Subject:
        Security ID:|S-1-0-0
        Account Name:|-
        Account Domain:|-
        Logon ID:|0x0

      Logon Information:
        Logon Type:|3
        Restricted Admin Mode:|-
        Virtual Account:|No
        Elevated Token:|Yes

      Impersonation Level:|Impersonation

      New Logon:
        Security ID:|S-1-5-21-1-2-3-1104
        Account Name:|ben.lopez
        Account Domain:|FABRIKAM
        Logon ID:|0x1D31FEF
        Linked Logon ID:|0x0
        Network Account Name:|-
        Network Account Domain:|-
        Logon GUID:|{00000000-0000-0000-0000-000000000000}

      Process Information:
        Process ID:|0x0
        Process Name:|-

      Network Information:
        Workstation Name:|
        Source Network Address:|198.51.100.7
        Source Port:|50010

      Detailed Authentication Information:
        Logon Process:|NtLmSsp
        Authentication Package:|NTLM
        Transited Services:|-
        Package Name (NTLM only):|NTLM V2
        Key Length:|128

      This event is generated when a logon session is created.
      """;

  static final String LOGON_3 =
      """
      An account was successfully logged on.

      Subject:
        Security ID:|S-1-0-0
        Account Name:|-
        Account Domain:|-
        Logon ID:|0x0

      Logon Information:
        Logon Type:|3
        Restricted Admin Mode:|-
        Remote Credential Guard:|-
        Virtual Account:|No
        Elevated Token:|Yes

      Impersonation Level:|Impersonation

      New Logon:
        Security ID:|S-1-5-21-1-2-3-1104
        Account Name:|ben.lopez
        Account Domain:|FABRIKAM
        Logon ID:|0x1D31FEF
        Linked Logon ID:|0x0
        Network Account Name:|-
        Network Account Domain:|-
        Logon GUID:|{00000000-0000-0000-0000-000000000000}

      Process Information:
        Process ID:|0x0
        Process Name:|-

      Network Information:
        Workstation Name:|
        Source Network Address:|198.51.100.7
        Source Port:|50010

      Detailed Authentication Information:
        Logon Process:|NtLmSsp
        Authentication Package:|NTLM
        Transited Services:|-
        Package Name (NTLM only):|NTLM V2
        Key Length:|128

      This event is generated when a logon session is created.
      """;

  static final String TRIED =
      """
      A logon was attempted using explicit credentials.

      Subject:
        Security ID:|S-1-5-18
        Account Name:|MAIL01$
        Account Domain:|FABRIKAM
        Logon ID:|0x3E7
        Logon GUID:|{00000000-0000-0000-0000-000000000000}

      Account Whose Credentials Were Used:
        Account Name:|ben.lopez
        Account Domain:|FABRIKAM
        Logon GUID:|{00000000-0000-0000-0000-000000000000}

      Target Server:
        Target Server Name:|localhost
        Additional Information:|localhost

      Process Information:
        Process ID:|0x17d8
        Process Name:|C:\\Program Files\\Mail Service\\mail.exe

      Network Information:
        Network Address:|198.51.100.7
        Port:|49222

      This event is generated when a process attempts to log on an account.
      """;

  static final String LOCKED =
      """
      A user account was locked out.

      Subject:
        Security ID:|S-1-5-18
        Account Name:|MAIL01$
        Account Domain:|FABRIKAM
        Logon ID:|0x3E7

      Account That Was Locked Out:
        Security ID:|S-1-5-21-1-2-3-1104
        Account Name:|ben.lopez

      Additional Information:
        Caller Computer Name:|PC003
      """;

  static final String TICKET =
      """
      A Kerberos authentication ticket (TGT) was requested.

      Account Information:
        Account Name:|ben.lopez
        Supplied Realm Name:|FABRIKAM
        User ID:|NULL SID

      Service Information:
        Service Name:|krbtgt/FABRIKAM
        Service ID:|NULL SID

      Network Information:
        Client Address:|::ffff:198.51.100.7
        Client Port:|49223

      Additional Information:
        Ticket Options:|0x40810010
        Result Code:|0x6
        Ticket Encryption Type:|0xFFFFFFFF
        Pre-Authentication Type:|-

      Certificate Information:
        Certificate Issuer Name:|
        Certificate Serial Number:|
        Certificate Thumbprint:|

      Certificate information is only provided if a certificate was used for pre-authentication.
      """;

  static final String TICKET_2025 =
      """
      A Kerberos authentication ticket (TGT) was requested.

      Account Information:
        Account Name:|ben.lopez
        Supplied Realm Name:|FABRIKAM
        User ID:|NULL SID
        MSDS-SupportedEncryptionTypes:|0x27 (DES, RC4, AES-Sk)
        Available Keys:|AES-SHA1, RC4

      Service Information:
        Service Name:|krbtgt/FABRIKAM
        Service ID:|NULL SID
        MSDS-SupportedEncryptionTypes:|0x27 (DES, RC4, AES-Sk)
        Available Keys:|AES-SHA1, RC4

      Domain Controller Information:
        MSDS-SupportedEncryptionTypes:|0x27 (DES, RC4, AES-Sk)
        Available Keys:|AES-SHA1, RC4

      Network Information:
        Client Address:|::ffff:198.51.100.7
        Client Port:|49223
        Advertized Etypes:|AES256-CTS-HMAC-SHA1-96

      Additional Information:
        Ticket Options:|0x40810010
        Result Code:|0x6
        Ticket Encryption Type:|0xFFFFFFFF
        Pre-Authentication Type:|-

      Certificate Information:
        Certificate Issuer Name:|
        Certificate Serial Number:|
        Certificate Thumbprint:|

      Certificate information is only provided if a certificate was used for pre-authentication.
      """;

  static final String PRE_AUTHENTICATION =
      """
      Kerberos pre-authentication failed.

      Account Information:
        Security ID:|S-1-5-21-1-2-3-1104
        Account Name:|ben.lopez

      Service Information:
        Service Name:|krbtgt/FABRIKAM

      Network Information:
        Client Address:|::ffff:198.51.100.7
        Client Port:|49223

      Additional Information:
        Ticket Options:|0x40810010
        Failure Code:|0x18
        Pre-Authentication Type:|2

      Certificate Information:
        Certificate Issuer Name:|
        Certificate Serial Number:|
        Certificate Thumbprint:|

      Certificate information is only provided if a certificate was used for pre-authentication.
      """;

  static final String CHECKED =
      """
      The computer attempted to validate the credentials for an account.

      Authentication Package:|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
      Logon Account:|Jeremy Lee
      Source Workstation:|PC003
      Error Code:|0xC000006A
      """;

  static final String CLOCK =
      """
      The system time was changed.

      Subject:
        Security ID:|S-1-5-21-1-2-3-500
        Account Name:|Jeremy Lee
        Account Domain:|FABRIKAM
        Logon ID:|0x3E7

      Process Information:
        Process ID:|0x17d8
        Name:|C:\\Windows\\System32\\dllhost.exe

      Previous Time:|\u200e2021\u200e-\u200e05\u200e-\u200e21T11:44:03.1234567Z
      New Time:|\u200e2021\u200e-\u200e05\u200e-\u200e21T10:44:03.1230000Z

      This event is generated when the system time is changed.
      """;

  static final String POLICY =
      """
      System audit policy was changed.

      Subject:
        Security ID:|S-1-5-18
        Account Name:|MAIL01$
        Account Domain:|FABRIKAM
        Logon ID:|0x3E7

      Audit Policy Change:
        Category:|Logon/Logoff
        Subcategory:|Logon
        Subcategory GUID:|{0CCE9215-69AE-11D9-BED3-505054503030}
        Changes:|Failure removed
      """;

  static final String CLEARED =
      """
      The audit log was cleared.
      Subject:
        Security ID:|S-1-5-21-1-2-3-500
        Account Name:|administrator
        Domain Name:|FABRIKAM
        Logon ID:|0x1D31FEF
      """;

  private ModernTexts() {}
}
