package org.clubpost.function.admin.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A post that is being written, as it is laid aside: what its form says, and which files it has.
 *
 * @param words the fields of the form by name
 * @param files the files, in order
 */
record Sheet(Map<String, String> words, List<Attached> files) {

    /** Nothing is written yet. */
    static final Sheet EMPTY = new Sheet(Map.of(), List.of());

    /** How many files one has at most. */
    static final int MOST_FILES = 20;

    private static final String FILE = "file";
    private static final String PAIRS = "&";

    /**
     * A file of it.
     *
     * @param upload its name where files lie that were sent
     * @param octets how large it was then
     * @param name how it is called
     */
    record Attached(String upload, long octets, String name) {

        private String written() {
            return upload + ":" + octets + ":" + name;
        }

        private static Attached read(String written) {
            var parts = written.split(":", 3);
            return new Attached(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }

    /** Copies both. */
    Sheet {
        words = Map.copyOf(words);
        files = List.copyOf(files);
    }

    /** What a field of the form says. */
    String text(String field) {
        return words.getOrDefault(field, "");
    }

    /** With other words. */
    Sheet saying(Map<String, String> other) {
        return new Sheet(other, files);
    }

    /** With one more file; the same when it has it already. */
    Sheet with(Attached file) {
        return has(file.upload())
                ? this
                : new Sheet(words, Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    /** Without that file. */
    Sheet without(String upload) {
        return new Sheet(words, files.stream().filter(file -> !file.upload().equals(upload)).toList());
    }

    /** Whether it has that file. */
    boolean has(String upload) {
        return files.stream().anyMatch(file -> file.upload().equals(upload));
    }

    /** The names under which its files lie, as a form says which it shows. */
    String having() {
        return files.stream().map(Attached::upload).collect(Collectors.joining(","));
    }

    /** How many octets its files have. */
    long octets() {
        return files.stream().mapToLong(Attached::octets).sum();
    }

    /** As it is laid aside: like a form, with a pair for each file. */
    byte[] written() {
        return Stream.concat(words.entrySet().stream().map(word -> pair(word.getKey(), word.getValue())),
                files.stream().map(file -> pair(FILE, file.written()))).collect(Collectors.joining(PAIRS))
                .getBytes(UTF_8);
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }

    /** Reads what {@link #written} gives. */
    static Sheet read(byte[] written) {
        var words = new HashMap<String, String>();
        var files = new ArrayList<Attached>();
        for (var pair : new String(written, UTF_8).split(PAIRS, -1)) {
            var equals = pair.indexOf('=');
            var value = URLDecoder.decode(pair.substring(equals + 1), UTF_8);
            switch (pair.substring(0, Math.max(equals, 0))) {
                case "" -> {
                    // There is no word and no file.
                }
                case FILE -> files.add(Attached.read(value));
                case String field -> words.put(field, value);
            }
        }
        return new Sheet(words, files);
    }

    /** The file at that place; empty when there is none. */
    Optional<Attached> file(String place) {
        return place.matches("\\d{1,2}") && Integer.parseInt(place) < files.size()
                ? Optional.of(files.get(Integer.parseInt(place)))
                : Optional.empty();
    }
}
