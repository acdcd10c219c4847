package org.clubpost.core.health;

import org.clubpost.core.health.ListHealth.Level;

/**
 * What to think of the last posts of a list. Amazon SES looks into an account from 5 % of bounces for good and 0.1 % of
 * complaints, and may stop it at 10 % and 0.5 % (Amazon SES Developer Guide, "Enforcement FAQ"). A rate alone says
 * nothing about a small list, so it takes some members as well.
 *
 * @param toll what came back of the posts
 * @param refusing from how many members mail came back for good; there may be more than {@value #ENOUGH}
 * @param complaining how many members complained; there may be more than {@value #ENOUGH}
 * @param isGrowing whether posts are still going out, so that it may soon be another
 */
public record Verdict(Toll toll, long refusing, long complaining, boolean isGrowing) {

    /** More members are never needed. */
    static final int ENOUGH = 10;

    private static final int FEW_REFUSING = 5;
    private static final int FEW_COMPLAINING = 2;
    private static final int SOME_COMPLAINING = 3;
    /** Rates for 10,000 copies: four fifths of the rates from which SES looks into it, and those at which it may stop. */
    private static final long NEAR_REFUSED = 400;
    private static final long MOST_REFUSED = 1_000;
    private static final long NEAR_COMPLAINTS = 8;
    private static final long MOST_COMPLAINTS = 50;

    /** How bad that is. */
    Level level() {
        if ((refusing >= ENOUGH && isRate(toll.refused(), MOST_REFUSED))
                || (complaining >= SOME_COMPLAINING && isRate(toll.complaints(), MOST_COMPLAINTS))) {
            return Level.STOPPED;
        }
        return (refusing >= FEW_REFUSING && isRate(toll.refused(), NEAR_REFUSED))
                || (complaining >= FEW_COMPLAINING && isRate(toll.complaints(), NEAR_COMPLAINTS))
                        ? Level.WARNED
                        : Level.GOOD;
    }

    private boolean isRate(long number, long ofTenThousand) {
        return number * 10_000 >= ofTenThousand * toll.copies();
    }
}
