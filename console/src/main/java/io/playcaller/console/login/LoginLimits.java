package io.playcaller.console.login;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often one may try to log in within a window. Every attempt counts before its password is looked at, so that parallel
 * guesses cannot slip through; success takes its own attempt back. Unknown users count like known ones.
 */
public record LoginLimits(Duration window, int perUserAndAddress, int perUser, int perAddress) {

    /** What is counted for an attempt, in one order for all, each with its limit. */
    public Map<String, Integer> subjects(String email, String address) {
        Map<String, Integer> subjects = new TreeMap<>();
        subjects.put("address " + address, perAddress);
        subjects.put("user " + email, perUser);
        subjects.put("user " + email + " address " + address, perUserAndAddress);
        return subjects;
    }
}
