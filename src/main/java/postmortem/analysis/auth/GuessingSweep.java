package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Finding;
import postmortem.analysis.Sweep;
import postmortem.event.Names;
import postmortem.event.Reason;

/**
 * Three passes over the facts in the order of sources: who is suspect; what belongs to the
 * campaigns that they make up; and the successes of those who got in.
 */
final class GuessingSweep implements Sweep {

  private enum Pass {
    SUSPICION,
    EVIDENCE,
    SUCCESSES
  }

  private final Context context;
  private final Sight sight;
  private final Suspicion suspicion;
  private Pass pass = Pass.SUSPICION;
  private final List<Dossier> dossiers = new ArrayList<>();
  private final Int2ObjectOpenHashMap<List<Dossier>> bySource = new Int2ObjectOpenHashMap<>();
  private Collection<Takeover> takeovers = List.of();
  private int source;
  private final Int2LongOpenHashMap firstSuccess = new Int2LongOpenHashMap(); // of the source

  GuessingSweep(Context context, Sight sight) {
    this.context = context;
    this.sight = sight;
    this.suspicion = new Suspicion(context, sight);
  }

  @Override
  public void next(Fact fact) {
    switch (pass) {
      case SUSPICION -> suspicion.next(fact);
      case EVIDENCE -> evidence(fact);
      case SUCCESSES -> {
        if (sight.of(fact, context) == Sight.Meaning.SUCCESS) {
          takeovers.forEach(t -> t.offer(fact));
        }
      }
    }
  }

  @Override
  public boolean again() {
    switch (pass) {
      case SUSPICION -> {
        pass = Pass.EVIDENCE;
        open(suspicion.campaigns());
        return !dossiers.isEmpty();
      }
      case EVIDENCE -> {
        pass = Pass.SUCCESSES;
        takeovers = Takeovers.of(dossiers, context);
        return !takeovers.isEmpty();
      }
      case SUCCESSES -> {
        return false;
      }
    }
    throw new AssertionError(pass);
  }

  private void open(List<Campaign> campaigns) {
    for (Campaign campaign : campaigns) {
      Dossier dossier = new Dossier(campaign, context);
      dossiers.add(dossier);
      for (int member : campaign.sources) {
        bySource.computeIfAbsent(member, s -> new ArrayList<>(1)).add(dossier);
      }
    }
  }

  private void evidence(Fact fact) {
    if (fact.source() != source) {
      source = fact.source();
      firstSuccess.clear();
    }
    if (fact.reason() == Reason.LOCKED) {
      dossiers.forEach(
          d -> {
            if (Door.of(fact.service()) == d.campaign.door) {
              d.locked(fact);
            }
          });
    }
    if (source <= Names.OTHER) {
      return;
    }
    Sight.Meaning meaning = sight.of(fact, context);
    if (meaning == Sight.Meaning.SUCCESS) {
      firstSuccess.putIfAbsent(fact.account(), fact.time());
    }
    List<Dossier> own = bySource.get(source);
    if (own != null && meaning != Sight.Meaning.NONE) {
      own.forEach(d -> belongs(fact, meaning, d));
    }
  }

  private void belongs(Fact fact, Sight.Meaning meaning, Dossier d) {
    if (sight == Sight.ATTEMPTS && Door.of(fact.service()) != d.campaign.door) {
      return;
    }
    boolean known = firstSuccess.getOrDefault(fact.account(), Long.MAX_VALUE) < d.campaign.from();
    if (meaning == Sight.Meaning.FAILURE) {
      d.failure(fact, sight.account(fact), sight.weight(fact));
    } else if (meaning == Sight.Meaning.RIGHT && !known) {
      d.rightPassword(fact);
    } else if (meaning == Sight.Meaning.SUCCESS
        && !known
        && sight == Sight.ATTEMPTS
        && fact.account() > Names.OTHER) {
      d.success(fact);
    }
  }

  @Override
  public List<Finding> end() {
    for (Dossier d : dossiers) {
      d.perDay
          .int2LongEntrySet()
          .forEach(e -> suspicion.baseline().campaign(e.getIntKey(), e.getLongValue()));
    }
    CampaignFindings campaigns = new CampaignFindings(context, suspicion);
    List<Finding> findings = new ArrayList<>();
    for (Dossier d : dossiers) {
      if (d.attempts() > 0) {
        findings.addAll(
            sight == Sight.ATTEMPTS ? campaigns.guessing(d) : List.of(campaigns.suspected(d)));
      }
    }
    takeovers.stream()
        .filter(t -> t.finding.count() > 0)
        .forEach(t -> findings.add(campaigns.compromise(t)));
    return findings;
  }
}
