package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which code page a text is, where it is not in UTF-8. */
final class EncodingTest {

  @ParameterizedTest
  @CsvSource({
    "windows-31j, WINDOWS_31J, 失敗の監査 ログオンの失敗: ユーザー名: webmaster ドメイン:",
    "windows-31j, WINDOWS_31J, ソース ネットワーク アドレス: 203.0.113.10 表示 能力 ソ",
    "IBM850, IBM_850, Kontodomäne: FABRIKAM Konto für das die Anmeldung ungültig ist: jörg müller",
    "IBM850, IBM_850, Échec de l'ouverture de session: élodie réseau",
    "windows-1252, WINDOWS_1252, Kontodomäne: FABRIKAM Konto für das: jörg müller",
    "windows-1252, WINDOWS_1252, Échec de l'ouverture de session: élodie réseau",
    "windows-1251, WINDOWS_1251, Учетной записи не удалось выполнить вход в систему. Имя учетной записи: admin",
    "windows-1251, WINDOWS_1251, Сбой входа: Пользователь: webmaster Домен:",
    "windows-1252, WINDOWS_1252, Une tentative d'ouverture de session a échoué: créée à Orléans œuvre",
    "windows-1252, WINDOWS_1252, Error de inicio de sesión: contraseña no válida; razón: usuario",
    "windows-1252, WINDOWS_1252, Falha de logon: Nome de usuário: joão Razão: não é válida",
    "GBK, GBK, 帐户登录失败。 使用者: 安全 ID: 帐户名: webmaster 登录类型:",
    "x-windows-949, WINDOWS_949, 계정을 로그온하지 못했습니다. 계정 이름: webmaster 로그온 유형:",
    "Big5, BIG5, 帳戶無法登入。 主體: 安全性識別碼: 帳戶名稱: webmaster 登入類型:",
    "UTF-8, UTF_8, Kontodomäne: FABRIKAM",
    "UTF-8, ASCII, Account Name: info"
  })
  void isKnownByItsLetters(String charset, Encoding expected, String text) {
    assertEquals(expected, Encoding.of((text + "\r\n").getBytes(Charset.forName(charset))));
  }

  /** One damaged character does not turn all others into those of a code page. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Échec de l'ouverture de session: élodie réseau",
        "Учетной записи не удалось выполнить вход в систему",
        "ログオンの失敗: ユーザー名",
      })
  void isKnownThoughACharacterIsTorn(String text) {
    byte[] torn = (text + " é").getBytes(StandardCharsets.UTF_8);
    torn[torn.length - 1] = ';'; // behind the first byte of the last character
    assertEquals(Encoding.UTF_8, Encoding.of(torn));
  }
}
