package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** Speaks SMTP word for word, so that a test sees the server's own answers. */
public final class SmtpDialogue {

    private SmtpDialogue() {}

    /**
     * Submits one mail.
     *
     * @param mail with CRLF line ends
     * @return the answer to the last command: to the end of the mail, or to the first command that was refused
     */
    public static String submit(int port, String from, String to, String mail) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                var out = socket.getOutputStream()) {
            answer(in);
            for (var command : List.of("EHLO test.example.org", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">",
                    "DATA")) {
                var answer = ask(command, in, out);
                if (answer.charAt(0) > '3') {
                    return answer;
                }
            }
            return ask(mail.replace("\r\n.", "\r\n..") + ".", in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ask(String line, BufferedReader in, OutputStream out) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
        return answer(in);
    }

    private static String answer(BufferedReader in) throws IOException {
        var line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line == null ? "connection closed" : line;
    }
}
