package org.clubpost.cli.preview;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparedMail;
import org.clubpost.mail.preview.Preview;
import org.clubpost.mail.preview.Previewed;
import org.clubpost.mail.preview.Trust;
import org.clubpost.mail.preview.Warning;
import org.clubpost.site.Reasons;
import org.jspecify.annotations.Nullable;

/** One pass through files, with a line for each. */
final class PreviewRun {

    private static final int LONGEST_COLUMN = 100;

    private final Preview preview;
    private final Subscriber.Confirmed recipient;
    private final PrintWriter print;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int handedIn;

    PreviewRun(Preview preview, Subscriber.Confirmed recipient, PrintWriter print) {
        this.preview = preview;
        this.recipient = recipient;
        this.print = print;
    }

    /**
     * Goes through the files.
     *
     * @param out where to write the copies; null for nowhere
     * @param explain whether to print what acted
     * @return the exit code
     */
    int over(List<MailFiles.MailFile> files, @Nullable Path out, boolean explain) {
        var width = files.stream().mapToInt(file -> file.name().toString().length()).max().orElse(0);
        var line = "%-8s  %-15s  %-" + Math.clamp(width, 1, LONGEST_COLUMN) + "s  %s";
        for (var file : files) {
            over(file, line, out, explain);
        }
        if (files.size() > 1) {
            print.println(files.size() + " files: " + counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", ")));
        }
        if (handedIn > 0) {
            print.println((handedIn == files.size() ? "" : handedIn + " of them ") + (preview.trust() == Trust.AUTHOR
                    ? "taken as handed in and proven by the author named in From; --trust none proves nothing"
                    : "taken as handed in by somebody, with nothing proven"));
        }
        print.flush();
        return counts.containsKey("error") ? 1 : 0;
    }

    /** No mail, however broken, stops the others: its line says what went wrong with it. */
    private void over(MailFiles.MailFile file, String line, @Nullable Path out, boolean explain) {
        try {
            var octets = Octets.of(Files.readAllBytes(file.path()));
            var reported = Reported.by(octets);
            if (reported.isReport()) {
                print(line, reported.kind(), "", file, "");
                reported.sentences().forEach(sentence -> print.println("    " + sentence));
                return;
            }
            var previewed = preview.of(octets);
            if (previewed.mail().isPresent()) {
                var mail = new ListPreparedMail(previewed.mail().get(), preview.list(), preview.preparation().links());
                var copy = mail.copyFor(recipient).toByteArray();
                if (out != null) {
                    write(copy, file, out);
                }
            }
            print(line, previewed.verdict(), previewed.routed().decider(), file,
                    previewed.reason()
                            .map(reason -> Reasons.sentence(reason, preview.list().profile().language())).orElse(""));
            previewed.warnings().forEach(warning -> print.println("    warning: " + sentence(warning)));
            handedIn += previewed.handedIn() ? 1 : 0;
            if (explain) {
                explain(previewed);
            }
        } catch (IOException e) {
            print(line, "error", "", file, "it cannot be read or written: " + e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            print(line, "error", "", file, e.getClass().getSimpleName() + " at "
                    + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
        }
    }

    private void print(String line, String verdict, String rule, MailFiles.MailFile file, String reason) {
        counts.merge(verdict, 1, Integer::sum);
        print.println(line.formatted(verdict, rule.isEmpty() ? "-" : rule, file.name(), reason).stripTrailing());
    }

    private static String sentence(Warning warning) {
        return switch (warning) {
            case Warning.NoLink _ -> "no text of the mail has the link to leave, only its header has";
            case Warning.UnknownPlaceholder(var name) ->
                "{{" + name + "}} is no placeholder, so members see it as it is";
        };
    }

    private void explain(Previewed previewed) {
        if (previewed.handedIn()) {
            print.println("    handed in: the receiving side's fields were put on top");
        }
        print.println("    kind: " + previewed.routed().kind());
        if (!previewed.passed().isEmpty()) {
            print.println("    nothing against it: " + String.join(", ", previewed.passed()));
        }
        if (!previewed.routed().decider().isEmpty()) {
            print.println("    " + previewed.routed().decider() + ": " + previewed.verdict());
        }
        previewed.changes().forEach(change -> print.println("    " + change.step() + ": " + change.what()));
    }

    private static void write(byte[] copy, MailFiles.MailFile file, Path out) throws IOException {
        var target = out.resolve(file.name().toString());
        if (Files.exists(target) && Files.isSameFile(target, file.path())) {
            throw new FileAlreadyExistsException("the file itself");
        }
        Files.createDirectories(target.toAbsolutePath().normalize().resolveSibling("."));
        Files.write(target, copy);
    }
}
