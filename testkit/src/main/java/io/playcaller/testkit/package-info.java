/**
 * What tests stand on: running backing services ({@link io.playcaller.testkit.PlaycallerStack}), topics to write and read
 * ({@link io.playcaller.testkit.TestTopics}, and {@link io.playcaller.testkit.TopicReader} for those who look again and again),
 * business time to set ({@link io.playcaller.testkit.SettableClock}) and tokens of
 * people in every role ({@link io.playcaller.testkit.TestTokens}). Never shipped.
 */
@NullMarked
package io.playcaller.testkit;

import org.jspecify.annotations.NullMarked;
