package tsukasa.plan.indicator;

import java.util.HashMap;
import java.util.Map;
import tsukasa.kernel.Prefecture;

/// Where each prefecture stands on a map of equal tiles, columns from the west, rows from the north.
final class TileMap {
    /// Code, column, row; two digits each.
    private static final String TILES = "011100 021101 031102 041103 051002 061003 071104 081205 091105 101005 111006 "
            + "121206 131106 141007 151004 160904 170804 180705 190906 200905 210805 220907 230806 240707 250706 260605 "
            + "270606 280505 290607 300608 310405 320305 330406 340306 350206 360408 370407 380307 390308 400107 410007 "
            + "420008 430009 440108 450109 460010 470011";
    private static final Map<String, Place> PLACES = places();

    private TileMap() {}

    record Place(int column, int row) {}

    static Place of(Prefecture prefecture) {
        return PLACES.getOrDefault(prefecture.code(), new Place(0, 0));
    }

    private static Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        for (String tile : TILES.split(" ", -1)) {
            places.put(
                    tile.substring(0, 2),
                    new Place(Integer.parseInt(tile.substring(2, 4)), Integer.parseInt(tile.substring(4))));
        }
        return Map.copyOf(places);
    }
}
