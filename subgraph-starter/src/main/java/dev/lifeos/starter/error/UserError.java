package dev.lifeos.starter.error;

import java.util.List;

/**
 * What a person can correct in a mutation's input.
 *
 * @param code a {@link UserErrorCode}, or a value with which a subgraph extends it
 * @param message what to tell the person
 * @param path where in the arguments it is, from {@code input} on
 */
public record UserError(Enum<?> code, String message, List<String> path) {}
