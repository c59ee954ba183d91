-- What was accepted or granted and is not paid yet: reports tell of it whatever the period. Remedies that we know and that are
-- not money are paid to nobody.
CREATE INDEX IF NOT EXISTS complaint_unpaid ON complaint (owed_since)
    WHERE owed_since IS NOT NULL AND paid_at IS NULL
      AND coalesce(remedy, '') NOT IN ('replacement', 'repair', 'upgrade', 'gift', 'apology', 'listening', 'none');
CREATE INDEX IF NOT EXISTS offer_unpaid ON offer (accepted_at) WHERE accepted_at IS NOT NULL AND paid_at IS NULL;

-- Alerts by when they were sent; what was acknowledged has a row of its own, without that time.
CREATE INDEX alert_by_sending ON alert (sent_at) WHERE sent_at IS NOT NULL;
