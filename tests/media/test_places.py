"""Coordinates in plain words: the right place, and honest about how far away it is."""

import time

import pytest

from safelight.media.places import around, near

NEAR = {
    (28.6315, 77.2167): "near New Delhi, India",
    (28.6514, 77.1907): "near Karol Bāgh, Delhi, India",
    (48.8584, 2.2945): "Paris",
    (-33.8568, 151.2153): "Sydney",
    (51.5081, -0.1281): "London",
    (40.6892, -74.0445): "United States",
}


@pytest.mark.parametrize("point", NEAR)
def test_known_points(point):
    assert NEAR[point] in near(*point)


def test_a_place_further_away_says_how_far():
    said = near(34.2, 77.6)
    assert said.startswith("about ") and " km from Leh" in said


def test_far_from_everything():
    assert near(-75.0, 0.0) == ""
    assert near(0.0, -30.0) == ""
    assert "far from any town" in near(23.5, 8.5) or " km from " in near(23.5, 8.5)


def test_zero_and_zero_is_no_place():
    assert near(0, 0) == ""


def test_across_the_date_line_and_at_the_poles():
    assert near(-16.5, 179.99) == near(-16.5, 180.0) or near(-16.5, -179.99)
    for latitude in (90.0, -90.0, 89.99):
        for longitude in (-180.0, 0.0, 180.0):
            assert isinstance(near(latitude, longitude), str)


def test_the_nearest_comes_first():
    places = around(51.5, -0.12)
    assert [place.away for place in places] == sorted(place.away for place in places)
    assert all(place.name and place.country for place in places)


def test_it_is_quick():
    start = time.process_time()
    for number in range(50):
        near(-60 + 2.4 * number, -170 + 6.7 * number)
    assert time.process_time() - start < 2
