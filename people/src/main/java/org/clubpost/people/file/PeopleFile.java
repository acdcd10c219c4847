package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The table of people in a file, and what stands in its columns.
 *
 * @param sheet the table
 * @param columns its columns
 * @param others the other sheets of the file that are not empty and not read, each with what is in it
 */
public record PeopleFile(Sheet sheet, Columns columns, List<String> others) {

    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";
    private static final String ADVICE = "Save it as CSV or as .xlsx.";

    /**
     * Finds the table of people in a file, whatever kind of file it is.
     *
     * @param charset the charset of a text file; empty for what its bytes look like
     * @throws UnusableFile when there is no such file, or none that can be used; it says what to do
     */
    public static PeopleFile open(Path path, Optional<Charset> charset) {
        return open(path, charset, Optional.empty());
    }

    /** The same, for the sheet of that name; empty for the one that looks like the list of people. */
    public static PeopleFile open(Path path, Optional<Charset> charset, Optional<String> sheet) {
        try {
            var all = sheets(path, charset);
            return find(path, sheet.isPresent() ? named(path, all, sheet.get()) : all);
        } catch (NoSuchFileException e) {
            throw new UnusableFile(UnusableFile.Kind.MISSING, "There is no file " + path + ".");
        } catch (XmlPart.TooLarge e) {
            throw new UnusableFile(UnusableFile.Kind.DAMAGED,
                    path + " unpacks to more than is read of a spreadsheet. Save it as CSV.");
        } catch (IOException e) {
            throw new UnusableFile(UnusableFile.Kind.DAMAGED, path + " cannot be read"
                    + (kind(path).equals(ZIP) ? " as a spreadsheet. It may be damaged. Save it as CSV." : "."));
        }
    }

    private static PeopleFile find(Path path, List<Sheet> sheets) throws IOException {
        var found = new ArrayList<SheetChoice.Candidate>();
        var without = new ArrayList<Sheet>();
        var seen = List.<Row>of();
        for (var sheet : sheets) {
            var rows = TextSheet.look(sheet);
            var columns = Columns.of(rows);
            if (columns.isPresent()) {
                found.add(sheets.size() == 1
                        ? new SheetChoice.Candidate(sheet, columns.get(), 0)
                        : SheetChoice.Candidate.of(sheet, columns.get()));
            } else if (!rows.isEmpty()) {
                without.add(sheet);
                seen = seen.isEmpty() ? rows : seen;
            }
        }
        if (found.isEmpty() && without.isEmpty()) {
            throw new UnusableFile(UnusableFile.Kind.EMPTY, path + " is empty.");
        }
        if (found.isEmpty()) {
            throw new UnusableFile(UnusableFile.Kind.NO_ADDRESSES, "No column of " + path
                    + " is one of addresses. Seen were "
                    + ColumnsSeen.words(seen)
                    + ". The first line must name the columns, and one of them must be \"email\", as in: email,name");
        }
        var best = SheetChoice.of(found);
        return new PeopleFile(best.sheet(), best.columns(), Stream.concat(
                found.stream().filter(each -> !each.equals(best)).map(SheetChoice.Candidate::words),
                without.stream().map(each -> "\"" + each.name() + "\" (no column of addresses)")).toList());
    }

    /** The sheet of that name alone. */
    private static List<Sheet> named(Path path, List<Sheet> sheets, String name) {
        var named = sheets.stream().filter(each -> each.name().strip().equalsIgnoreCase(name.strip())).toList();
        if (named.isEmpty()) {
            var names = sheets.stream().map(Sheet::name).filter(each -> !each.isEmpty()).map(each -> "\"" + each + "\"")
                    .collect(Collectors.joining(", "));
            throw new UnusableFile(UnusableFile.Kind.NO_SHEET, names.isEmpty()
                    ? path + " is no spreadsheet, and has no sheet of a name."
                    : path + " has no sheet \"" + name.strip() + "\". Its sheets are " + names + ".");
        }
        return named;
    }

    private static List<Sheet> sheets(Path path, Optional<Charset> charset) throws IOException {
        return switch (kind(path)) {
            case ZIP -> workbook(path);
            case OLE -> throw new UnusableFile(UnusableFile.Kind.OTHER_KIND,
                    path + " is an old .xls file, or one with a password. " + ADVICE);
            case "%PDF" -> throw new UnusableFile(UnusableFile.Kind.OTHER_KIND, path + " is a PDF. " + ADVICE);
            case "BEGI" -> throw new UnusableFile(UnusableFile.Kind.OTHER_KIND, path
                    + " seems to be a file of contacts (vCard). Have the program that wrote it export CSV.");
            default -> List.of(TextSheet.of(path,
                    charset.isPresent() ? new Encoding(charset.get(), false) : Encoding.of(path)));
        };
    }

    private static List<Sheet> workbook(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Workbook.sheets(path);
            }
            var names = zip.stream().limit(20).map(ZipEntry::getName).collect(Collectors.joining(", "));
            throw new UnusableFile(UnusableFile.Kind.OTHER_KIND, path + (zip.getEntry("content.xml") == null
                    ? " is a .zip file, and no spreadsheet. Unpack it, and import what is inside: " + names + "."
                    : " is an .ods file, which is not read. " + ADVICE));
        }
    }

    private static String kind(Path path) {
        try (var in = Files.newInputStream(path)) {
            return new String(in.readNBytes(4), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The same, where columns are for something else than it seemed. */
    public PeopleFile with(Map<Integer, Role> roles) {
        return new PeopleFile(sheet, columns.with(roles), others);
    }

    /** What the file is, as the end of a sentence: {@code a file of Mailchimp, CSV with commas, in UTF-8}. */
    public String form() {
        return Origin.of(columns.plainNames()).map(origin -> origin.words() + ", ").orElse("") + sheet.form();
    }
}
