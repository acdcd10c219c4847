package org.clubpost.cli.doctor.fact;

/**
 * A Lambda function.
 *
 * @param name its name
 * @param state Lambda's word, such as {@code Active}
 * @param reason why it is not active; may be empty
 */
public record FunctionFact(String name, String state, String reason) {}
