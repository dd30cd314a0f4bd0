package postmortem.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "UTF-8, UTF_8, Kontodomäne: FABRIKAM",
    "UTF-8, ASCII, Account Name: info"
  })
  void isKnownByItsLetters(String charset, Encoding expected, String text) {
    assertEquals(expected, Encoding.of((text + "\r\n").getBytes(Charset.forName(charset))));
  }
}
