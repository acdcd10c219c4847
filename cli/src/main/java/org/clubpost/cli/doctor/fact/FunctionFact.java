package org.clubpost.cli.doctor.fact;

/**
 * A function of Lambda.
 *
 * @param name its name
 * @param state Lambda's word, such as {@code Active}
 * @param reason why it is not active; may be empty
 */
public record FunctionFact(String name, String state, String reason) {}
