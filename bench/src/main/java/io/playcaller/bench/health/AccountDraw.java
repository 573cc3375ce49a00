package io.playcaller.bench.health;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which customer the next fact is about. */
interface AccountDraw {

    /** From 0 up to the number of customers. */
    int next(SplittableRandom random);

    static AccountDraw of(HealthLoad load) {
        int accounts = load.accounts();
        return load.zipf() ? zipf(accounts) : random -> random.nextInt(accounts);
    }

    /** The n-th of them, counted from 1, with a weight of 1/n. */
    private static AccountDraw zipf(int accounts) {
        double[] upTo = new double[accounts];
        double sum = 0;
        for (int i = 0; i < accounts; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        double whole = sum;
        return random -> {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * whole);
            return Math.min(found < 0 ? -found - 1 : found + 1, accounts - 1);
        };
    }
}
