package postmortem.analysis;

import java.util.List;
import java.util.TreeSet;
import postmortem.event.SourceRef;

/** The first of the places that it was shown, in the order of the ledger: a few of them. */
public final class FirstPlaces {

  private static final int MOST = 10;

  private final TreeSet<SourceRef> places = new TreeSet<>();

  /** Takes a place, if it is among the first. */
  public void add(SourceRef place) {
    if (places.size() == MOST && place.compareTo(places.last()) >= 0) {
      return; // nearly always
    }
    places.add(place);
    if (places.size() > MOST) {
      places.remove(places.last());
    }
  }

  /** In order. */
  public List<SourceRef> list() {
    return List.copyOf(places);
  }
}
