package io.playcaller.forecast.lab.learn;

/**
 * Shuffles as NumPy's {@code RandomState(seed).shuffle} does, so that folds are those of scikit-learn: the Mersenne Twister
 * (Matsumoto and Nishimura 1998, MT19937), Fisher and Yates from the end, and rejection below a mask of ones.
 */
final class NumpyShuffle {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    NumpyShuffle(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = upTo(i);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    private int upTo(int most) {
        int mask = Integer.highestOneBit(most) * 2 - 1;
        int value = draw() & mask;
        while (value > most) {
            value = draw() & mask;
        }
        return value;
    }

    private int draw() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
