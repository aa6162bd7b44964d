package org.backproof.verify.check;

import org.backproof.nn.backprop.Quantity;

/**
 * Where the delta rule first departs from the graph, in the order in which back-propagation
 * computes: everything before is the same.
 *
 * @param quantity the matrix in which it does
 * @param row of the entry that is furthest off: an example, or for a gradient a unit of the layer
 *     above
 * @param column of that entry: a unit, or for a gradient a unit of the layer below, 0 being the
 *     bias unit
 * @param byGraph the entry by the graph
 * @param byDeltaRule the entry by the delta rule
 */
public record Departure(
    Quantity quantity, int row, int column, double byGraph, double byDeltaRule) {}
