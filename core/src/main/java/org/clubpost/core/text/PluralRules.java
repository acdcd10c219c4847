package org.clubpost.core.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which form of a word goes with a whole number in one language: the rules of Unicode's CLDR (plurals.xml, type
 * cardinal) as they stand there, such as {@code one: i = 1 and v = 0; few: v = 0 and i % 10 = 2..4}. A category that
 * has no rule is {@code other}. Unicode Technical Standard 35, part 3, section 5.1 describes the syntax.
 */
public final class PluralRules {

    /** The category of all numbers for which there is no rule. */
    public static final String OTHER = "other";

    private final Map<String, String> conditions;

    private PluralRules(Map<String, String> conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads rules; an empty text means that all numbers are {@link #OTHER}.
     *
     * @param rules categories with their conditions, parted by semicolons
     * @throws IllegalArgumentException when it is something else
     */
    public static PluralRules parse(String rules) {
        var conditions = new LinkedHashMap<String, String>();
        for (var rule : rules.split(";", -1)) {
            int colon = rule.indexOf(':');
            if (colon > 0) {
                conditions.put(rule.substring(0, colon).strip(), rule.substring(colon + 1).strip());
            } else if (!rule.isBlank()) {
                throw new IllegalArgumentException("not a rule for plurals: " + rule);
            }
        }
        var parsed = new PluralRules(conditions);
        parsed.category(1); // A mistake shows when the rules are read.
        return parsed;
    }

    /** The categories that have rules, in order; {@link #OTHER} is not among them. */
    public Set<String> categories() {
        return conditions.keySet();
    }

    /** The category of a whole number. */
    public String category(long number) {
        return conditions.entrySet().stream().filter(each -> holds(each.getValue(), Math.abs(number)))
                .map(Map.Entry::getKey).findFirst().orElse(OTHER);
    }

    /** Reads every part of the condition, so that a mistake cannot hide behind one that does not hold. */
    private static boolean holds(String condition, long number) {
        boolean any = false;
        for (var alternative : condition.split("\\s+or\\s+", -1)) {
            boolean all = true;
            for (var relation : alternative.split("\\s+and\\s+", -1)) {
                all &= isTrue(relation, number);
            }
            any |= all;
        }
        return any;
    }

    private static boolean isTrue(String relation, long number) {
        boolean isNegated = relation.contains("!=");
        var sides = relation.split("!?=", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("not a rule for plurals: " + relation);
        }
        long left = value(sides[0].strip(), number);
        boolean isAmong = false;
        for (var range : sides[1].strip().split(",", -1)) {
            var ends = range.strip().split("\\.\\.", 2);
            isAmong |= Long.parseLong(ends[0]) <= left && left <= Long.parseLong(ends[ends.length - 1]);
        }
        return isAmong != isNegated;
    }

    /** The operands of a whole number: n and i are the number itself, those of a fraction and an exponent are 0. */
    private static long value(String expression, long number) {
        var parts = expression.split("\\s*%\\s*", 2);
        long operand = switch (parts[0]) {
            case "n", "i" -> number;
            case "v", "w", "f", "t", "c", "e" -> 0;
            default -> throw new IllegalArgumentException("not a rule for plurals: " + expression);
        };
        return parts.length == 1 ? operand : operand % Long.parseLong(parts[1]);
    }
}
