package org.clubpost.local.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.store.MailKey;

/**
 * Where the mail of a key lies: {@code inbound/news/ab12} in {@code inbound/news/ab12.eml}, and {@code prepared/5f} in
 * {@code prepared/5f.prepared}. The parts of a key become names, and each name belongs to one part only.
 *
 * <p>A character that a file system could take for another one, or for more than a character, is written as {@code %}
 * and two hexadecimal digits: capital letters, a dot at the beginning or at the end, the dot of an ending in a folder's
 * name, and the first letter of a name that Windows reserves, such as {@code con}.
 */
final class MailPaths {

    private static final String AS_IT_CAME = ".eml";
    private static final String AS_IT_WENT = ".prepared";
    private static final String PREPARED = "prepared";
    /** File systems allow 255 octets. */
    private static final int MOST_OCTETS = 255;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private MailPaths() {}

    /**
     * The path of a key's file, relative to the folder of all mails.
     *
     * @throws IllegalArgumentException when a part of the key is empty, {@code .} or {@code ..}, or too long for a name
     */
    static Path of(MailKey key, Path root) {
        var parts = List.of(key.value().split("/", -1));
        var path = root;
        for (var folder : parts.subList(0, parts.size() - 1)) {
            path = path.resolve(checked(folderName(folder), folder));
        }
        var ending = ending(parts.size() == 1 ? "" : parts.getFirst());
        return path.resolve(checked(name(parts.getLast()) + ending, parts.getLast()));
    }

    /**
     * The last part of the key of the file of that name; empty when it is no mail's file.
     *
     * @param first the first part of the key when that is another one, or empty
     */
    static Optional<String> part(String first, String fileName) {
        var ending = ending(first);
        return fileName.endsWith(ending)
                ? decoded(fileName.substring(0, fileName.length() - ending.length()))
                        .filter(part -> !isStep(part) && (name(part) + ending).equals(fileName))
                : Optional.empty();
    }

    /** The part of a key that a folder of that name stands for; empty when it is no folder of mails. */
    static Optional<String> folderPart(String folderName) {
        return decoded(folderName).filter(part -> !isStep(part) && folderName(part).equals(folderName));
    }

    private static String checked(String name, String part) {
        if (part.isEmpty() || isStep(part) || name.length() > MOST_OCTETS) {
            throw new IllegalArgumentException("a mail key that cannot be a file");
        }
        return name;
    }

    /** Whether a path goes nowhere, or up, with it. */
    private static boolean isStep(String part) {
        return part.equals(".") || part.equals("..");
    }

    private static String ending(String first) {
        return first.equals(PREPARED) ? AS_IT_WENT : AS_IT_CAME;
    }

    /** A folder's name never has the ending of a file, so that the two never meet. */
    private static String folderName(String part) {
        var name = name(part);
        return Arrays.asList(AS_IT_CAME, AS_IT_WENT).stream().filter(name::endsWith).findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()) + "%2e" + ending.substring(1))
                .orElse(name);
    }

    private static String name(String part) {
        var name = new StringBuilder(part.length());
        for (var i = 0; i < part.length(); i++) {
            var character = part.charAt(i);
            var isOuterDot = character == '.' && (i == 0 || i == part.length() - 1);
            var isReserved = i == 0 && RESERVED.matcher(part).matches();
            if (isOuterDot || isReserved || Character.isUpperCase(character)) {
                name.append('%').append(HexFormat.of().toHexDigits((byte) character));
            } else {
                name.append(character);
            }
        }
        return name.toString();
    }

    private static Optional<String> decoded(String name) {
        var part = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '%') {
                part.append(name.charAt(i));
            } else if (i + 2 < name.length() && HexFormat.isHexDigit(name.charAt(i + 1))
                    && HexFormat.isHexDigit(name.charAt(i + 2))) {
                part.append((char) HexFormat.fromHexDigits(name, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return PART.matcher(part).matches() ? Optional.of(part.toString()) : Optional.empty();
    }
}
