"""SAG, the Semantic Authority Grid: sector templates → attributes → clusters → a site's blueprint."""
