package postmortem.parser.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.parser.StepCount;

/** How long it takes to make steps of a receive log: failed AUTH attempts and delivered mail. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SmtpLogScanBenchmark {

  static final int ROWS_OF_ATTEMPT = 12;
  static final int ROWS_OF_MAIL = 16;
  static final int STEPS_OF_ATTEMPT = 11;
  static final int STEPS_OF_MAIL = 15;

  private static final String[] ATTEMPT = {
    "+,,",
    ">,\"220 mx01.example.com Microsoft ESMTP MAIL Service ready at Tue, 5 Mar 2024 08:00:00 +0000\",",
    "<,EHLO WIN-7Q2,",
    ">,250  mx01.example.com Hello [198.51.100.7] SIZE 37748736 PIPELINING DSN AUTH NTLM LOGIN,",
    "<,AUTH LOGIN,",
    ">,334 <authentication response>,",
    ">,334 <authentication response>,",
    "*,,Inbound AUTH LOGIN failed because of LogonDenied",
    "*,,User Name: info@example.com",
    "*,Tarpit for '0.00:00:05' due to '535 5.7.3 Authentication unsuccessful',",
    ">,535 5.7.3 Authentication unsuccessful,",
    "-,,Remote",
  };

  private static final String[] MAIL = {
    "+,,",
    ">,\"220 mx01.example.com Microsoft ESMTP MAIL Service ready at Tue, 5 Mar 2024 08:00:00 +0000\",",
    "<,EHLO mta.example.net,",
    ">,250  mx01.example.com Hello [203.0.113.9] SIZE 37748736 PIPELINING DSN AUTH NTLM LOGIN,",
    "<,MAIL FROM:<news@example.net> SIZE=47110,",
    "*,08DC3AA000000010;2024-03-05T08:00:00.300Z;1,receiving message",
    ">,250 2.1.0 Sender OK,",
    "<,RCPT TO:<anna@example.com>,",
    ">,250 2.1.5 Recipient OK,",
    "<,BDAT 47110 LAST,",
    ">,\"250 2.6.0 <4711.1@mta.example.net> [InternalId=9000001, Hostname=mx01.example.com] 47110"
        + " bytes in 0.120, 383.382 KB/sec Queued mail for delivery\",",
    "<,RSET,",
    ">,250 2.0.0 Resetting,",
    "<,QUIT,",
    ">,221 2.0.0 Service closing transmission channel,",
    "-,,Local",
  };

  private final SmtpReceiveParser parser = new SmtpReceiveParser();
  private byte[] log = {};

  @Setup
  public void write() {
    log = log(12_000);
  }

  /** A log of so many attempts and as many messages, in turn. */
  static byte[] log(int pairs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, "#Software: Microsoft Exchange Server");
    line(out, "#Log-type: SMTP Receive Protocol Log");
    line(
        out,
        "#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,"
            + "remote-endpoint,event,data,context");
    for (int i = 0; i < 2 * pairs; i++) {
      String[] rows = i % 2 == 0 ? ATTEMPT : MAIL;
      for (int k = 0; k < rows.length; k++) {
        line(
            out,
            String.format(
                Locale.ROOT,
                "2024-03-05T%02d:%02d:%02d.%03dZ,MX01\\Default Frontend MX01,08DC3AA0%08X,%d,"
                    + "192.0.2.10:25,198.51.100.%d:%d,%s",
                i / 3600 % 24,
                i / 60 % 60,
                i % 60,
                k,
                i,
                k,
                i % 256,
                1024 + i % 60_000,
                rows[k]));
      }
    }
    return out.toByteArray();
  }

  private static void line(ByteArrayOutputStream out, String text) {
    out.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the log and adds up what it says, so that nothing can be left out. */
  @Benchmark
  public long scan() throws IOException {
    return read(log).sum();
  }

  StepCount read(byte[] bytes) throws IOException {
    return StepCount.of(parser, bytes);
  }
}
