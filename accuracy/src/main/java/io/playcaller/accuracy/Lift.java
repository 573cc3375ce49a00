package io.playcaller.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many times more often than all the tenth with the most risk ended badly. */
public final class Lift {

    private static final int TENTH = 10;

    private Lift() {}

    /** Of units that tie at the border of the tenth, each counts in part. */
    public static double topTenth(double[] risk, boolean[] bad) {
        List<Integer> worstFirst = IntStream.range(0, risk.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> risk[i]).reversed())
                .toList();
        int most = (risk.length + TENTH - 1) / TENTH;
        double border = risk[worstFirst.get(most - 1)];
        int above = 0;
        int badAbove = 0;
        int tied = 0;
        int badTied = 0;
        int badAll = 0;
        for (int i = 0; i < risk.length; i++) {
            int one = bad[i] ? 1 : 0;
            above += risk[i] > border ? 1 : 0;
            badAbove += risk[i] > border ? one : 0;
            tied += risk[i] == border ? 1 : 0;
            badTied += risk[i] == border ? one : 0;
            badAll += one;
        }
        double found = badAbove + (double) badTied * (most - above) / tied;
        return found / most / ((double) badAll / risk.length);
    }
}
