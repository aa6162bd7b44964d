package org.backproof.core.number;

/**
 * A dual number {@code primal + tangent * e} with {@code e^2 = 0}: a value and its derivative along
 * one direction.
 *
 * @param <T> the numbers of both parts
 */
public record Dual<T>(T primal, T tangent) {}
