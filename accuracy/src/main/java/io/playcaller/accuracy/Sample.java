package io.playcaller.accuracy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is judged: units, each of an account and with an end, in one order for all figures.
 *
 * @param accounts the account of each unit
 * @param dates when each unit was looked at, as its file writes it
 * @param ends whether each ended badly
 */
public record Sample(List<String> accounts, List<String> dates, List<Boolean> ends) {

    public Sample {
        accounts = List.copyOf(accounts);
        dates = List.copyOf(dates);
        ends = List.copyOf(ends);
    }

    public int size() {
        return ends.size();
    }

    /** Those of its units. */
    public Sample only(int[] units) {
        return new Sample(
                IntStream.of(units).mapToObj(accounts::get).toList(),
                IntStream.of(units).mapToObj(dates::get).toList(),
                IntStream.of(units).mapToObj(ends::get).toList());
    }

    /** A fresh array: whether each ended badly. */
    public boolean[] bad() {
        boolean[] bad = new boolean[ends.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = ends.get(i);
        }
        return bad;
    }
}
