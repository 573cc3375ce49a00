package io.playcaller.forecast.engine.process;

/**
 * How long a judgement counts, in days.
 *
 * @param expiresAfter where nobody says otherwise
 * @param atMost nobody may say more
 */
public record JudgementRule(int expiresAfter, int atMost) {}
