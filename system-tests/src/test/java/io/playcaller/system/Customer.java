package io.playcaller.system;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A company of the story. Companies of the same number are alike whatever their chapter.
 *
 * @param account its id
 * @param seats paid
 * @param users how many of its people use the product
 * @param owners staff ids by role
 */
record Customer(String account, int number, int seats, int users, Trouble trouble, Map<String, String> owners) {

    private static final List<String> CSMS = List.of("ana", "ben");

    static List<Customer> ofChapter(String chapter, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Customer(
                        "%s-%03d".formatted(chapter, number),
                        number,
                        25,
                        3 + number % 17,
                        Trouble.of(number),
                        Map.of("csm", CSMS.get(number % 2), "onboarding", "emil")))
                .toList();
    }
}
