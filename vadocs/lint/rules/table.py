"""Every rule in one table, and how they are run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vadocs.diagnostics import Diagnostic, Hint, hint
from vadocs.law.data import citable
from vadocs.lint.rules import (
    argentina,
    chile,
    claims,
    costs,
    languages,
    life,
    packages,
    passing,
    payment,
    privacy,
    risky,
    status,
    terms,
    union,
    united_kingdom,
    united_states,
)
from vadocs.lint.rules.facts import Facts, Found

Check = Callable[[Facts], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code (the letter is its weight), what finds it, and what goes with it.

    `datum` names a datum of the governing law: its reference is told with the finding where a document may cite it.
    `internal`: for the provider's eyes only, it says so; no rule's finding is in any file, but this one would do harm
    in the client's hands. `acceptable`: for an error, whether the spec may accept it; warnings and notes always may be.
    """

    code: str
    check: Check
    datum: str = ""
    internal: bool = False
    acceptable: bool = False


RULES: tuple[Rule, ...] = (
    Rule("W380", argentina.beyond_simplified_regime, internal=True),
    Rule("N381", argentina.simplified_regime_unverified, internal=True),
    Rule("W382", argentina.cash_in_argentina, "presumption_needs_banked_payment"),
    Rule("W383", argentina.electronic_not_digital, "esignature_law"),
    Rule("W384", argentina.familiar_address),
    Rule("W390", chile.invoices_paid_late, "invoice_payment_days"),
    Rule("W391", chile.authority_unwritten),
    Rule("W392", chile.sub_processors_unnamed, "processing_mandate"),
    Rule("N393", chile.data_law_changes),
    Rule("W394", chile.regime_of_another),
    Rule("W400", united_kingdom.interest_displaced, "late_interest_displaced"),
    Rule("N401", united_kingdom.interest_to_compare, "late_interest_displaced"),
    Rule("W402", united_kingdom.long_term, "payment_fair_days"),
    Rule("W403", united_kingdom.no_such_law),
    Rule("W404", united_kingdom.client_decides, "off_payroll_law", internal=True),
    Rule("W405", united_kingdom.size_contradicted, "small_client_turnover"),
    Rule("N406", united_kingdom.no_substitute, "off_payroll_law", internal=True),
    Rule("W410", united_states.services_without_value, "freelance_law"),
    Rule("W411", united_states.no_day_for_the_list, "freelance_law"),
    Rule("N412", united_states.paid_after_the_default, "freelance_law"),
    Rule("W413", united_states.kept_too_briefly, "freelance_law"),
    Rule("W414", united_states.work_made_for_hire, "work_for_hire_employs"),
    Rule("W415", united_states.restraint, "restraints_void"),
    Rule("W416", united_states.no_status_form),
    Rule("N417", united_states.payments_reported),
    Rule("W418", united_states.work_done_there),
    Rule("W419", united_states.exemption_untold, "business_to_business_exemption", internal=True),
    Rule("E422", languages.no_precedence),
    Rule("W435", union.ai_untold, "ai_transparency_law"),
    Rule("N436", union.reverse_charge_unknown, "vat_due_by_business_client"),
    Rule("N437", union.transfer_within),
    Rule("W438", union.data_sent_back),
    Rule("E810", terms.fees_twice),
    Rule("W811", terms.no_fees),
    Rule("W812", terms.rollover_untold),
    Rule("W813", terms.project_without_acceptance),
    Rule("W814", terms.no_exclusions),
    Rule("W815", terms.no_change_procedure),
    Rule("W816", terms.no_exchange),
    Rule("W817", terms.deposit_without_cap),
    Rule("W818", terms.hours_without_cap),
    Rule("E820", payment.beyond_limit, "payment_limit_days", acceptable=True),
    Rule("W821", payment.advance_too_late),
    Rule("W822", payment.below_statute, "late_interest_rate"),
    Rule("W823", payment.interest_unverified, "late_interest_rule"),
    Rule("W824", payment.deposit_before_signature),
    Rule("N825", payment.no_late_payment),
    Rule("W826", payment.cash, "bank_payment_from"),
    Rule("W827", payment.deposit_beyond_price),
    Rule("W828", payment.notice_not_yet_received),
    Rule("W829", payment.change_outside_term),
    Rule("E830", privacy.no_processing_terms, "data_protection_law", acceptable=True),
    Rule("W831", privacy.no_safeguards, "data_protection_law"),
    Rule("W832", privacy.data_denied),
    Rule("W833", privacy.hidden_categories),
    Rule("W834", privacy.no_sub_processors, "data_protection_law"),
    Rule("W835", privacy.no_transfer_mechanism, "data_protection_law"),
    Rule("W836", privacy.hidden_children),
    Rule("W837", privacy.late_breach_notice, "data_breach_hours"),
    Rule("W840", status.team_without_leave),
    Rule("E841", status.dependent_with_team, "dependence_conditions"),
    Rule("N842", status.dependent_task, "dependence_share"),
    Rule("W843", status.perhaps_dependent, "dependence_share", internal=True),
    Rule("W844", status.misclassification, "employment_test", internal=True),
    Rule("W845", status.timetable, internal=True),
    Rule("W846", status.hours_without_zone),
    Rule("W847", status.own_hours_and_window),
    Rule("W848", status.signs_without_mandate),
    Rule("W850", claims.claims_without_evidence),
    Rule("W851", claims.memberships_without_proof),
    Rule("W852", claims.regulated_without_licence, "title_required"),
    Rule("W853", claims.regulated_niche),
    Rule("W854", claims.title_of_mexico, "title_required"),
    Rule("W855", claims.no_signature_agreement, "esignature_law"),
    Rule("W856", claims.term_too_long, "term_limit"),
    Rule("W857", claims.slow_acceptance, "acceptance_limit_days"),
    Rule("W858", claims.originals_untold),
    Rule("W860", risky.data_held_back),
    Rule("W861", risky.liability_for_intent, "liability_intent_waivable"),
    Rule("W862", risky.moral_rights),
    Rule("W863", risky.future_works, "ip_future_works_void"),
    Rule("W864", risky.earnest_money, "earnest_money_rule"),
    Rule("W865", risky.not_refundable),
    Rule("W866", risky.weekly_interest),
    Rule("W867", risky.endless),
    Rule("N868", risky.vague_scope),
    Rule("W870", costs.below_floor, internal=True),
    Rule("W871", costs.extra_below_price, internal=True),
    Rule("W872", costs.cap_below_insurance),
    Rule("W873", costs.proposal_expired),
    Rule("W880", life.renewal_without_way_out),
    Rule("W881", life.open_end_without_notice),
    Rule("W883", life.starts_before_contract),
    Rule("E884", packages.currencies_differ),
    Rule("N885", packages.none_recommended),
    Rule("W886", packages.chosen_too_late),
    Rule("W887", packages.answer_untold),
    Rule("W888", passing.client_named),
    Rule("W889", terms.left_out),
)
"""The rules in the order of their codes."""

BY_CODE = {rule.code: rule for rule in RULES}


def judge(facts: Facts, rules: Iterable[Rule] = RULES) -> Iterable[Diagnostic]:
    """What the rules find in an engagement."""
    for rule in rules:
        for one in rule.check(facts):
            args = tuple((name, str(value)) for name, value in one.args.items())
            yield Diagnostic(rule.code, one.span, args, (*one.hints, *_further(rule, facts)), one.related)


def _further(rule: Rule, facts: Facts) -> tuple[Hint, ...]:
    """The legal reference where it may be cited, and that the finding is for the provider alone."""
    datum = facts.law.get(rule.datum)
    cited: tuple[Hint, ...] = ()
    if datum is not None and citable(datum):
        cited = (hint("rules.reference", es=datum.reference.get("es", ""), en=datum.reference.get("en", "")),)
    return (*cited, *((hint("rules.internal"),) if rule.internal else ()))
