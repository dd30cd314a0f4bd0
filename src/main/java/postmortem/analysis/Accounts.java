package postmortem.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/**
 * Accounts under one name each, however logs spell them: lower case, without a Windows domain; with
 * their mail domain, unless it is the one that most accounts are of (design.md, 7).
 */
public final class Accounts {

  private final int[] canonical;
  private final List<String> names = new ArrayList<>();
  private final List<SortedSet<String>> spellings = new ArrayList<>();

  /**
   * @param raw names whose accounts are as logs spell them, and that will not change any more
   */
  public Accounts(Names raw) {
    canonical = new int[raw.textIds(TextSpace.ACCOUNT)];
    String[] plain = new String[canonical.length];
    TreeMap<String, Set<String>> byDomain = new TreeMap<>();
    for (int id = Names.OTHER + 1; id < canonical.length; id++) {
      Slice spelled = raw.text(TextSpace.ACCOUNT, id);
      plain[id] = spelled == null ? "" : plain(spelled);
      int at = plain[id].lastIndexOf('@');
      if (at > 0) {
        byDomain.computeIfAbsent(plain[id].substring(at), d -> new TreeSet<>()).add(plain[id]);
      }
    }
    String usual = usualDomain(byDomain);
    TreeMap<String, List<Integer>> byName = new TreeMap<>();
    for (int id = Names.OTHER + 1; id < canonical.length; id++) {
      String name = plain[id];
      if (!usual.isEmpty() && name.endsWith(usual)) {
        name = name.substring(0, name.length() - usual.length());
      }
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(id);
    }
    names.add("");
    names.add("(other)");
    spellings.add(new TreeSet<>());
    spellings.add(new TreeSet<>());
    if (canonical.length > Names.OTHER) {
      canonical[Names.OTHER] = Names.OTHER;
    }
    byName.forEach(
        (name, ids) -> {
          SortedSet<String> spelled = new TreeSet<>();
          for (int id : ids) {
            canonical[id] = names.size();
            Slice text = raw.text(TextSpace.ACCOUNT, id);
            spelled.add(String.valueOf(text));
          }
          names.add(name);
          spellings.add(spelled);
        });
  }

  /**
   * With the {@code @}: the domain that most accounts are of, which need not be said; "" for none.
   */
  private static String usualDomain(SortedMap<String, Set<String>> byDomain) {
    String usual = "";
    int most = 0;
    int all = 0;
    for (Map.Entry<String, Set<String>> e : byDomain.entrySet()) {
      int size = e.getValue().size();
      all += size;
      if (size > most) {
        most = size;
        usual = e.getKey();
      }
    }
    return most * 2 >= all ? usual : "";
  }

  /** The account of a raw id: the position of its name in the order of names. */
  int canonical(int rawId) {
    return canonical[rawId];
  }

  /** The name of an account. */
  public String name(int account) {
    return names.get(account);
  }

  /** The name of the account that a log spells so, of the same names as the accounts. */
  String nameOf(Slice spelled, Names raw) {
    int id = raw.text(TextSpace.ACCOUNT, spelled);
    return id > Names.OTHER && id < canonical.length ? names.get(canonical[id]) : plain(spelled);
  }

  private static String plain(Slice spelled) {
    String text = spelled.toString().toLowerCase(Locale.ROOT).strip();
    return text.substring(text.lastIndexOf('\\') + 1);
  }

  /** The account of a name; {@link Names#ABSENT} where there is none. */
  public int id(String name) {
    int at = Collections.binarySearch(names.subList(Names.OTHER + 1, names.size()), name);
    return at < 0 ? Names.ABSENT : at + Names.OTHER + 1;
  }

  /** How logs spell it. */
  public SortedSet<String> spellings(int account) {
    return spellings.get(account);
  }

  /** One more than the largest account. */
  public int size() {
    return names.size();
  }
}
