package io.playcaller.health.judgement;

import java.time.Instant;

/**
 * A pulse that stands in the log.
 *
 * @param pulse 1 to 5
 * @param author who gave it
 * @param givenAt business time
 */
public record PulseView(String accountId, int pulse, String author, Instant givenAt) {}
