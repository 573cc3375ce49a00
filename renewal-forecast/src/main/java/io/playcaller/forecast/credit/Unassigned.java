package io.playcaller.forecast.credit;

import java.util.List;

/** Movements of a contract that nobody can be credited for, each with why. */
public record Unassigned(String contractId, List<String> movements) {

    public Unassigned {
        movements = List.copyOf(movements);
    }
}
