package org.clubpost.cli.doctor;

import java.io.PrintWriter;
import org.clubpost.cli.doctor.check.Finding;

/** Prints findings, each on a line or two, and counts them. */
final class Report {

    private static final int SUBJECT_WIDTH = 18;

    private final PrintWriter out;
    private int wrong;
    private int warnings;
    private int unknown;

    Report(PrintWriter out) {
        this.out = out;
    }

    /** Whether nothing was found that keeps mail from flowing. */
    boolean isWell() {
        return wrong == 0;
    }

    void print(Finding finding) {
        switch (finding) {
            case Finding.Right right -> line("right", right);
            case Finding.Wrong faulty -> {
                wrong++;
                line("WRONG", faulty);
                remedy(faulty.remedy());
            }
            case Finding.Warning warning -> {
                warnings++;
                line("warn", warning);
                remedy(warning.remedy());
            }
            case Finding.Unknown unseen -> {
                unknown++;
                line("?", unseen);
            }
        }
    }

    /** Prints what was mended, or could not be. */
    void mending(String what) {
        out.println("       fix: " + what);
    }

    void summary() {
        out.println();
        if (wrong > 0) {
            out.println("Mail does not flow: " + wrong + " wrong" + others() + ".");
        } else if (unknown > 0) {
            out.println("Nothing wrong was found" + others() + ".");
        } else {
            out.println("Mail flows" + others() + ".");
        }
    }

    private String others() {
        return part(warnings, "to be looked at") + part(unknown, "not looked at");
    }

    private static String part(int count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private void line(String verdict, Finding finding) {
        out.println(("%-6s %-" + SUBJECT_WIDTH + "s %s").formatted(verdict, finding.subject(), finding.text()));
    }

    private void remedy(String remedy) {
        out.println("       do: " + remedy);
    }
}
