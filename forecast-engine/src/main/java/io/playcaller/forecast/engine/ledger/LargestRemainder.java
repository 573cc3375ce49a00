package io.playcaller.forecast.engine.ledger;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Spreads an amount so that the parts sum to it exactly (Hamilton's method); ties go to the earlier part. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts of {@code amount} in proportion to {@code weights}.
     *
     * @param weights at least one; one below zero weighs nothing, and where none weighs anything all weigh the same
     */
    public static long[] spread(long amount, long[] weights) {
        BigInteger[] shares = shares(weights);
        BigInteger total = Arrays.stream(shares).reduce(BigInteger.ZERO, BigInteger::add);
        long[] parts = new long[shares.length];
        BigInteger[] remainders = new BigInteger[shares.length];
        long left = amount;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] quotient =
                    BigInteger.valueOf(amount).multiply(shares[i]).divideAndRemainder(total);
            parts[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1].abs();
            left -= parts[i];
        }
        int unit = Long.signum(amount);
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(Math.absExact(left))
                .forEach(i -> parts[i] += unit);
        return parts;
    }

    private static BigInteger[] shares(long[] weights) {
        boolean none = Arrays.stream(weights).allMatch(weight -> weight <= 0);
        return Arrays.stream(weights)
                .mapToObj(weight -> none ? BigInteger.ONE : BigInteger.valueOf(Math.max(0, weight)))
                .toArray(BigInteger[]::new);
    }
}
