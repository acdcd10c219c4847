package org.clubpost.cli.doctor.fact;

import java.util.List;

/**
 * A configuration set of SES.
 *
 * @param sends whether sending with it is switched on
 * @param destinations where its events go
 */
public record ConfigurationSet(boolean sends, List<Destination> destinations) {

    /** Copies the list. */
    public ConfigurationSet {
        destinations = List.copyOf(destinations);
    }

    /**
     * Where events go.
     *
     * @param name its name
     * @param enabled whether it is switched on
     * @param events which, such as BOUNCE
     * @param topic the SNS topic; empty for another kind of destination
     */
    public record Destination(String name, boolean enabled, List<String> events, String topic) {

        /** Copies the list. */
        public Destination {
            events = List.copyOf(events);
        }
    }
}
