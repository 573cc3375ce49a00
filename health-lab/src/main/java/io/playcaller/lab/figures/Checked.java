package io.playcaller.lab.figures;

/**
 * Looks that were computed twice, in a life that led there and from all facts at once, with the same score to the bit.
 *
 * @param looks how many
 * @param otherSignals of them, whose open signals are not the same: what opened earlier than a state still covers, some 30
 *     days back, only the life knows
 */
public record Checked(int looks, int otherSignals) {}
