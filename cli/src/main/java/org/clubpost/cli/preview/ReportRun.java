package org.clubpost.cli.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.mail.mime.Octets;

/** One pass through files that may be reports of mail systems: who did not get a mail, and why. No list is needed. */
final class ReportRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter print;
    private final boolean asJson;
    private final Map<String, Integer> counts = new TreeMap<>();
    private String before = "[";

    ReportRun(PrintWriter print, boolean asJson) {
        this.print = print;
        this.asJson = asJson;
    }

    /** Goes through the files and returns the exit code. */
    int over(List<MailFiles.MailFile> files) {
        var width = files.stream().mapToInt(file -> file.name().toString().length()).max().orElse(0);
        for (var file : files) {
            over(file, Math.clamp(width, 1, 100));
        }
        if (asJson) {
            print.println((files.isEmpty() ? "[" : "") + "]");
        } else if (files.size() > 1) {
            print.println(files.size() + " files: " + counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", ")));
        }
        print.flush();
        return counts.containsKey("error") ? 1 : 0;
    }

    private void over(MailFiles.MailFile file, int width) {
        Reported reported;
        try {
            reported = Reported.by(Octets.of(Files.readAllBytes(file.path())));
        } catch (IOException e) {
            reported = new Reported("error", List.of("it cannot be read: " + e.getClass().getSimpleName()),
                    Map.of("kind", "error", "recipients", List.of()));
        }
        counts.merge(reported.kind(), 1, Integer::sum);
        if (asJson) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("file", file.name().toString());
            fields.putAll(reported.fields());
            print.print(before + written(fields));
            before = ",\n";
        } else {
            print.println(("%-9s  %-" + width + "s").formatted(reported.kind(), file.name()).stripTrailing());
            reported.sentences().forEach(sentence -> print.println("    " + sentence));
        }
    }

    private static String written(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and lists can be written", e);
        }
    }
}
