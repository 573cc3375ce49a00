package io.playcaller.forecast.engine.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Spreads an amount so that the parts sum to it exactly (Hamilton's method); ties go to the earlier part. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts of {@code amount} in proportion to {@code weights}.
     *
     * @param weights none negative, at least one positive
     */
    public static long[] spread(long amount, long[] weights) {
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights) {
            total = total.add(BigInteger.valueOf(weight));
        }
        BigInteger size = BigInteger.valueOf(amount).abs();
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = size.longValueExact();
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient =
                    size.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
            parts[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        if (amount < 0) {
            IntStream.range(0, parts.length).forEach(i -> parts[i] = -parts[i]);
        }
        return parts;
    }
}
