package io.playcaller.forecast.engine.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the account of a renewal.
 *
 * @param tier empty while it is not known
 * @param lastTouchOn null when there never was one that was told
 * @param owners staff id by role, of those who hold it today
 * @param work its open tasks, and the plans that were written
 */
public record AccountFacts(
        String tier,
        @Nullable LocalDate lastTouchOn,
        Set<String> milestones,
        Map<String, String> owners,
        List<Work> work) {}
