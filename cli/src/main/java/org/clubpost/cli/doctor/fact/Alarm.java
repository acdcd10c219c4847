package org.clubpost.cli.doctor.fact;

/**
 * An alarm of CloudWatch.
 *
 * @param name its name
 * @param rings whether it is in alarm
 * @param acts whether it tells anybody
 * @param description what it means
 */
public record Alarm(String name, boolean rings, boolean acts, String description) {}
