package org.clubpost.local.crash;

import java.util.List;

/** What people were told, as the tracer has recorded it. */
final class Answers {

    private Answers() {}

    static boolean isStored(List<String> answers) {
        var asked = answers.stream().filter(text -> text.startsWith("354")).findFirst();
        return asked.isPresent() && answers.subList(answers.indexOf(asked.get()), answers.size()).stream()
                .anyMatch(text -> text.startsWith("250"));
    }

    static boolean isShown(List<String> answers) {
        return answers.stream().anyMatch(text -> text.startsWith("HTTP/1.1 200"));
    }

    static boolean isRedirected(List<String> answers) {
        return answers.stream().anyMatch(text -> text.startsWith("HTTP/1.1 303"));
    }

    static boolean isDone(List<String> answers) {
        return answers.stream().anyMatch(text -> text.startsWith(CrashProcess.DONE));
    }
}
