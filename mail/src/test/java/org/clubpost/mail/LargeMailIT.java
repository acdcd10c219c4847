package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clubpost.core.store.MailContent;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.CompiledMail;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest mail that SES receives goes through a small heap, in a JVM of its own. */
class LargeMailIT {

    private static final int SIZE = 40 << 20;

    @TempDir
    private Path folder = Path.of("");

    /** What the other JVM runs: prepares, stores, loads and renders the mail in a file. */
    public static final class Main {

        private Main() {}

        /** Takes the mail's file, and the file to store the prepared mail in. */
        public static void main(String[] arguments) throws IOException {
            var stored = Path.of(arguments[1]);
            CompiledMail prepared = Mails.prepare(Octets.of(Files.readAllBytes(Path.of(arguments[0]))),
                    Mails.context());
            write(prepared.stored(), stored);
            write(CompiledMail.load(Octets.of(Files.readAllBytes(stored))).render(Mails.ANNA), stored);
        }

        private static void write(MailContent content, Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64 attachment", "8bit text", "one endless line"})
    void fortyMegabytesArePreparedInHalfAGigabyte(String kind) throws IOException, InterruptedException {
        Path mail = folder.resolve("mail.eml");
        Path copy = folder.resolve("copy.eml");
        writeMail(kind, mail);

        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Main.class.getName(), mail.toString(),
                copy.toString()).inheritIO().start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertTrue(ended);
        assertEquals(0, process.exitValue());
        assertTrue(Files.size(copy) >= Files.size(mail));
    }

    private static void writeMail(String kind, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Mails.lines("From: a@example.com", "To: news@lists.example.org", "MIME-Version: 1.0")
                    .getBytes(StandardCharsets.US_ASCII));
            switch (kind) {
                case "base64 attachment" -> {
                    out.write(Mails.lines("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "Hi", "--b",
                            "Content-Type: video/mp4", "Content-Transfer-Encoding: base64", "")
                            .getBytes(StandardCharsets.US_ASCII));
                    byte[] content = new byte[SIZE / 78 * 57];
                    new Random(1).nextBytes(content);
                    out.write(Base64.getMimeEncoder().encode(content));
                    out.write(Mails.lines("", "--b--").getBytes(StandardCharsets.US_ASCII));
                }
                case "8bit text" -> {
                    out.write(Mails.lines("Content-Type: text/plain; charset=utf-8", "")
                            .getBytes(StandardCharsets.US_ASCII));
                    byte[] line = "A line with an ü in it that is neither short nor long\r\n"
                            .getBytes(StandardCharsets.UTF_8);
                    for (int size = 0; size < SIZE; size += line.length) {
                        out.write(line);
                    }
                }
                default -> {
                    out.write(Mails.lines("Content-Type: text/html", "").getBytes(StandardCharsets.US_ASCII));
                    out.write("x".repeat(SIZE).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }
}
