package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingTest {

    private static final String GERMAN = "E-Mail;Name;Straße\r\na@x.example;Jörg Müller;Änderungsweg 1\r\n";
    private static final String FRENCH = "e-mail;prénom\r\na@x.example;Zoë\r\nb@x.example;François Lefèvre\r\n";
    private static final String POLISH = "email;imię\r\na@x.example;Józef Łącki\r\nb@x.example;Żaneta Wałęsa\r\n";
    private static final String RUSSIAN = "email;имя\r\na@x.example;Иван Петров\r\n";

    @TempDir
    private Path directory;

    private String read(byte[] content) throws IOException {
        var file = Files.write(directory.resolve("file.csv"), content);
        var text = new StringWriter();
        try (var in = Encoding.of(file).read(file)) {
            in.transferTo(text);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "x-MacRoman", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void germanIsRead(String charset) throws IOException {
        assertEquals(GERMAN, read(GERMAN.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "x-MacRoman", "UTF-16LE"})
    void frenchIsRead(String charset) throws IOException {
        assertEquals(FRENCH, read(FRENCH.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1250", "UTF-16LE"})
    void polishIsRead(String charset) throws IOException {
        assertEquals(POLISH, read(POLISH.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1251"})
    void russianIsRead(String charset) throws IOException {
        assertEquals(RUSSIAN, read(RUSSIAN.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkIsNoText(String charset) throws IOException {
        assertEquals(GERMAN, read(("\uFEFF" + GERMAN).getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"Patrick O\u2019Brien", "\u201eAnna\u201c M\u00fcller", "Anna \u2013 Ben", "100 \u20ac, \u00a7 5"})
    void signsOfWindowsAreNoLettersOfAMac(String name) throws IOException {
        assertEquals(name, read(name.getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void oneBadByteDoesNotSpoilAFileInUtf8() throws IOException {
        var good = "J\u00f6rg;".repeat(50);
        var bytes = (good + "J?rg").getBytes(UTF_8);
        bytes[bytes.length - 3] = (byte) 0xF6;

        assertEquals(good + "J\uFFFDrg", read(bytes));
    }

    @Test
    void fileWithoutAnythingIsRead() throws IOException {
        assertEquals("", read(new byte[0]));
        assertEquals("\u00e4", read(new byte[]{(byte) 0xE4}));
    }
}
