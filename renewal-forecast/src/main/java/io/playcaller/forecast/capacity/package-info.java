/** How much work there is for how many people: tasks measured, books against bands, and the people that coming quarters need. */
@NullMarked
package io.playcaller.forecast.capacity;

import org.jspecify.annotations.NullMarked;
