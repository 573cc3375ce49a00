package io.playcaller.bench.timer;

import io.playcaller.bench.Latencies;
import org.jspecify.annotations.Nullable;

/**
 * One contender with so many timers that wait.
 *
 * @param contender its name, with what a timer does when it fires
 * @param arming null where it is not measured again
 * @param lateness from when a timer was due to the commit of what it did
 * @param early how many fired before they were due, by the clock of whoever fired them
 * @param processMicros CPU of its process for a firing while lateness was measured, all else that it did meanwhile in it
 * @param postgresMicros the same of PostgreSQL
 * @param firedPerSecond of a backlog, after its first quarter
 */
public record FiringFigures(
        String contender,
        int pending,
        @Nullable ArmFigures arming,
        Latencies lateness,
        long early,
        double processMicros,
        double postgresMicros,
        double firedPerSecond) {}
